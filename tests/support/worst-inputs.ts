/** One piece of a pattern's source: characters that it matches, and whether it may be matched any number of times. */
type Atom = { readonly matches: readonly string[]; readonly repeats: boolean };

const alphabet =
  ' \n\t\r\u0000\u200e\u00a0aAz0_-+*.,:;/\\|\'"`~<>()[]{}#=?!&%@$^\u4e2d\u3002\uff1a\u201c\u2019\u00e9'.split('');
const pieces =
  /\\[pP]\{[^}]*\}|\\u\{[^}]+\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)|[()|^$]|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;
const unbounded = /^(?:[*+]|\{\d+,\})\??$/;
const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??$/;
const frame = /^(?:\(.*|[)|^$]|\\[bB])$/s;

/**
 * Texts of about `length` characters that make a pattern backtrack if it can: each thing that it repeats, alone and
 * with its neighbours, many times, after what comes before it in the pattern, and with an end that does not match.
 */
export function worstInputs(pattern: RegExp, length: number): readonly string[] {
  const atoms = atomsOf(pattern);
  const first = (index: number): string => atoms[index]?.matches[0] ?? '';
  const found = new Set<string>();
  let before = '';
  for (const [index, { matches, repeats }] of atoms.entries()) {
    if (repeats) {
      const pairs = [first(index) + first(index + 1), first(index) + first(index + 2), first(index - 1) + first(index)];
      for (const unit of new Set([...matches, ...pairs]))
        for (const start of unit === '' ? [] : new Set(['', before]))
          found.add(`${start}${unit.repeat(Math.ceil(length / unit.length))}\n\u0001x`);
    }
    before += first(index);
  }
  return [...found];
}

function atomsOf({ source, flags }: RegExp): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const [piece] of source.matchAll(pieces)) {
    const last = atoms.at(-1);
    if (quantifier.test(piece)) {
      if (last !== undefined && unbounded.test(piece)) atoms[atoms.length - 1] = { ...last, repeats: true };
    } else if (!frame.test(piece)) atoms.push({ matches: charactersOf(piece, flags), repeats: false });
    else if (piece === ')') atoms.push({ matches: [], repeats: false });
  }
  return atoms;
}

function charactersOf(piece: string, flags: string): readonly string[] {
  const one = new RegExp(`^(?:${piece})$`, flags.replace(/[gy]/g, ''));
  const known = alphabet.filter((character) => one.test(character));
  const literal = piece.length === 1 ? [piece] : [];
  return [...new Set([...literal, ...known.slice(0, 4), ...known.slice(-1)])];
}
