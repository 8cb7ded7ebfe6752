import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';

/** A small boat folded from paper that rocks on its puddle; rings spread. */
export const paperBoat = lit({
  height: 0.3,
  width: 1.9,
  anchor: 'ground',
  bounds: around(220, 10, 20),
  body: (pen) => {
    const paper = pen.tint(['#fbf8f0', '#f7d86a', '#f2a8a0']);
    pen.oval(0, 0, 92, 15, pen.fade(0, -15, 0, 15, '#7fa8c4', '#4f7894'));
    pen.oval(0, 0, 84, 12, faint('#bfe0f2', 0.35));
    for (let ring = 0; ring < 4; ring += 1) {
      const life = (pen.seconds / 3 + ring / 4) % 1;
      pen.context.beginPath();
      pen.context.ellipse(0, 1, 30 + life * 54, 5 + life * 8, 0, 0, 2 * Math.PI);
      pen.context.strokeStyle = faint('#ffffff', 0.7 * (1 - life));
      pen.context.lineWidth = 1.4;
      pen.context.stroke();
    }
    pen.at({ x: pen.sway(5) * 7, y: pen.sway(1.7) * 1.6, turn: pen.sway(2.3) * 0.06 }, () => {
      pen.path('M-32-36L0-96L32-36L0-30Z', pen.fade(-30, 0, 30, 0, lighter(paper, 0.3), paper, darker(paper, 0.16)));
      pen.path('M0-96L32-36L0-30Z', darker(paper, 0.16));
      pen.path(
        'M-68-42L-38 0H38L68-42L0-30Z',
        pen.fade(-60, 0, 60, 0, lighter(paper, 0.3), paper, darker(paper, 0.26)),
      );
      pen.path('M-68-42L0-30L-38 0Z', faint('#ffffff', 0.3));
      pen.line('M0-96V-30M-68-42L0-30L68-42M0-30L-38 0M0-30L38 0', darker(paper, 0.3), 1);
    });
    pen.oval(0, 3, 40, 3.4, faint('#ffffff', 0.4));
  },
});
