import { faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';

/** A diamond ring in its open case; the stone sparkles. */
export const ring = lit({
  height: 0.46,
  width: 1.15,
  anchor: 'table',
  bounds: around(140, 12),
  shadow: 54,
  body: (pen) => {
    const velvet = pen.tint(['#7a2438', '#2f3f6a', '#2f5a4a']);
    const metal = pen.pick(['#f2d07a', '#e8ecf2', '#f0b8a0'] as const);
    pen.path(
      'M-46-34C-50-66-42-92-36-94H36C42-92 50-66 46-34Z',
      pen.fade(0, -94, 0, -34, velvet, lighter(velvet, 0.12)),
    );
    pen.path('M-38-36C-41-62-36-84-31-86H31C36-84 41-62 38-36Z', pen.fade(0, -86, 0, -36, '#fbf7f2', '#d8cfc8'));
    pen.box(-50, -34, 100, 34, 5, pen.fade(0, -34, 0, 0, lighter(velvet, 0.24), velvet, '#1a1016'));
    pen.path('M-44-34H44L38-26H-38Z', '#f2ece4');
    pen.box(-9, -33, 18, 5, 2, '#c8bdb2');
    for (const [rx, width, colour] of [
      [19, 5.4, metal],
      [19, 1.6, '#ffffff'],
    ] as const) {
      pen.context.beginPath();
      pen.context.ellipse(0, -47, rx, 18, 0, 0, 2 * Math.PI);
      pen.context.strokeStyle =
        colour === '#ffffff' ? faint(colour, 0.7) : pen.fade(-20, -66, 20, -28, lighter(metal, 0.5), metal, '#8a6a3a');
      pen.context.lineWidth = width;
      pen.context.stroke();
    }
    pen.path('M-6-64L-10-74L10-74L6-64Z', metal);
    pen.path('M-15-82L-9-90H9L15-82L0-66Z', pen.fade(-15, -90, 15, -66, '#ffffff', '#bfe4f7', '#8fc4e8'));
    pen.path('M-15-82H15L0-66Z', faint('#5f9fd0', 0.35));
    pen.line('M-15-82H15M-9-90L-5-82L0-66L5-82L9-90M-5-82L0-90L5-82', faint('#ffffff', 0.9), 0.9);
  },
  glow: (pen) => {
    for (const [index, [x, y]] of (
      [
        [-8, -86],
        [9, -80],
        [0, -73],
        [14, -88],
        [-16, -60],
      ] as const
    ).entries()) {
      const shine = Math.max(0, pen.sway(1.7, index * 2.1)) ** 6;
      pen.glow(x, y, 16, '#ffffff', shine);
      pen.line(
        `M${x - 9 * shine} ${y}H${x + 9 * shine}M${x} ${y - 9 * shine}V${y + 9 * shine}`,
        faint('#ffffff', shine),
        0.9,
      );
    }
  },
});
