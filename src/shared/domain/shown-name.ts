/** Marks that turn letters around, and characters that do something instead of being seen. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const unseen = /[\p{Cc}\u2028\u2029]/gu;
/** What can be seen in a name: anything but blanks, and characters that have no picture. */
const seen = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Mn}\p{Me}\p{Zs}\u115f\u1160\u2800\u3164\uffa0]/u;
const mostPoints = 3;

/**
 * The name of a file, a project or a clip as it is shown, wherever it comes from: without what turns it around or hides a part of it.
 * Where nothing before the extension can be seen, its characters are named: `U+200B.mp4`.
 */
export function shownName(name: string): string {
  const plain = name.replace(turning, '').replace(unseen, ' ');
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  if (name === '' || seen.test(stem)) return plain;
  const points = Array.from(
    stem,
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const more = points.length > mostPoints ? '…' : '';
  return points.slice(0, mostPoints).join(' ') + more + extension.replace(turning, '').replace(unseen, ' ');
}

const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Words of somebody else for the middle of a sentence: they keep their direction to themselves. */
export function isolated(words: string): string {
  const plain = words.replace(turning, '');
  return plain !== words || fromTheRight.test(words) ? `\u2068${plain}\u2069` : words;
}
