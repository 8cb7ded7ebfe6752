import type { Shot } from './scene.ts';

const twice = /^(?:2|two|pair of|couple of|twin|women|men|(?:[两双二]|一[双对])[个只条辆艘位名匹头杯架台瓶]?)$/iu;
const thrice =
  /^(?:3|three|four|five|several|group of|herd|pack|flock|(?:[三四五几]|一群)[个只条辆艘位名匹头杯架台瓶]?|[象鹿猴马狮]群)$/iu;

/** How many a word asks for, of whom three at most are drawn; null where it is no number. */
export function countOf(text: string): Shot['count'] | null {
  if (twice.test(text)) return 2;
  return thrice.test(text) ? 3 : null;
}
