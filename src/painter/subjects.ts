import type { Subject } from '../shared/scene/scene.ts';
import type { SubjectPainter } from './subject.ts';
import { cat } from './subjects/cat.ts';
import { dog } from './subjects/dog.ts';
import { coffee } from './subjects/drinks.ts';

const drawn: Readonly<Partial<Record<Subject, SubjectPainter>>> = { cat, dog, coffee };

/** Who draws a subject. */
export function painterOf(subject: Subject): SubjectPainter {
  return drawn[subject] ?? coffee;
}
