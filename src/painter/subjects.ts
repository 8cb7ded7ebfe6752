import type { Subject } from '../shared/scene/scene.ts';
import type { SubjectPainter } from './subject.ts';
import { boat, sailboat, ship } from './subjects/boats.ts';
import { car, taxi } from './subjects/cars.ts';
import { cat } from './subjects/cat.ts';
import { dog } from './subjects/dog.ts';
import { coffee } from './subjects/drinks.ts';
import { couple, people, person, runner } from './subjects/people.ts';
import { train } from './subjects/train.ts';

const drawn: Readonly<Partial<Record<Subject, SubjectPainter>>> = {
  cat,
  dog,
  coffee,
  boat,
  sailboat,
  ship,
  car,
  taxi,
  train,
  people,
  person,
  couple,
  runner,
};

/** Who draws a subject. */
export function painterOf(subject: Subject): SubjectPainter {
  return drawn[subject] ?? coffee;
}
