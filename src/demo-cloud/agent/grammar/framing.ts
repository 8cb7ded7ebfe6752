import type { EditRequest } from '../edit-request.ts';
import type { Clause } from './clause.ts';
import type { Rule } from './rule.ts';

/** How a clip lies on the canvas: closer, farther, turned, mirrored. */
export const framingRules: readonly Rule[] = [
  {
    when: 'zoom/turn/mirror !title !caption !music !quote remove/unframed',
    like: ['remove the zoom from clip 2', '取消片段2的旋转'],
    request: (clause) => framing(clause, { isUsual: true }),
  },
  {
    when: 'mirror !title !caption !music !quote !swap',
    like: ['mirror clip 2', '把片段1左右翻转'],
    request: (clause) =>
      framing(clause, { mirror: /\bvertical|upside|top|up and down|上下|垂直|竖直/iu.test(clause.said) ? 'y' : 'x' }),
  },
  {
    when: 'turn !ratio !title !caption !music !quote',
    like: ['rotate clip 2 by 90 degrees', '片段2顺时针转90度'],
    request: (clause) => framing(clause, { turn: turnIn(clause.said) }),
  },
  {
    when: 'zoom !title !caption !music !quote',
    like: ['zoom in on clip 1', '把片段2的画面放大'],
    request: (clause) =>
      MOVES.test(clause.said)
        ? { kind: 'cannot', about: 'frame' }
        : speaksOfPicture(clause)
          ? framing(clause, { zoom: zoomIn(clause) })
          : null,
  },
];

function framing(
  { which }: Clause,
  change: Omit<Extract<EditRequest, { readonly kind: 'frame' }>, 'kind' | 'which'>,
): EditRequest {
  return { kind: 'frame', which: which ?? 'all', ...change };
}

/** A zoom that goes on while the clip plays. */
const MOVES =
  /\bslow(?:ly)?\b.{0,20}\bzoom|\bzoom\w{0,4}\b.{0,20}\bslow(?:ly)?\b|\bgradual|\bken burns\b|慢慢|缓缓|逐渐|渐渐/iu;

/** `放大一点` alone is said of a title. */
function speaksOfPicture({ said, has, which }: Clause): boolean {
  return which !== null || has('clip') || has('video') || /\bzoom|\bpunch in\b|拉近|拉远|推近/iu.test(said);
}

const steps = { slight: 1.1, usual: 1.25, strong: 1.5 } as const;

/** `2x`, `by 20%`, `to 150%`, `a bit`; smaller than 1 is farther away. */
function zoomIn({ said, share, factor, degree }: Clause): number {
  const isOut =
    /\bzoom\w{0,4}(?: \w+){0,4} out\b|\bscale .{0,20}down\b|\bfarther|\bwider\b|缩小|拉远|小一?[点些]/iu.test(said);
  const by =
    factor ??
    (share === null
      ? steps[degree ?? 'usual']
      : isOut && share < 1
        ? 1 / (1 - Math.min(0.9, share))
        : share < 1
          ? 1 + share
          : share);
  return Math.round((isOut && by > 1 ? 1 / by : by) * 1000) / 1000;
}

/** In degrees, clockwise. */
function turnIn(said: string): number {
  const [, degrees] = /(\d{1,3})\s?(?:°|degrees?|deg\b|度)/iu.exec(said) ?? [];
  const isBack = /\b(?:counter|anti)-?\s?clockwise\b|\b(?:to the|turn|rotate) left\b|逆时针|向左|往左|左转/iu.test(
    said,
  );
  const turn =
    degrees !== undefined ? Number(degrees) : /upside[- ]down|颠倒|倒过来|\baround\b/iu.test(said) ? 180 : 90;
  return isBack ? -turn : turn;
}
