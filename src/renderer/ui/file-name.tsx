import { shownName } from '../../shared/domain/shown-name.ts';

type Props = {
  readonly name: string;
  /** One line where a row has no more room: then the middle fades. */
  readonly lines?: 1 | 2;
  readonly className?: string;
};

/** Characters of a name's end that always stay in sight, beside its extension. */
const kept = 6;
/** As wide as fits nearly everywhere; a Chinese character counts twice. */
const short = 18;

/** A file's name without an ellipsis: what is too long goes on in a second line, or fades before its end. */
export function FileName({ name: given, lines = 2, className = '' }: Props) {
  const name = shownName(given);
  const [head, tail] = splitName(name);
  if (head === '')
    return (
      <span
        dir="auto"
        title={name}
        className={`min-w-0 ${lines === 1 ? 'fade-when-cut whitespace-pre' : 'wrap-anywhere'} ${className}`}
      >
        {name}
      </span>
    );
  return (
    <span dir="auto" title={name} className={`min-w-0 ${className}`}>
      <span className="sr-only">{name}</span>
      <span aria-hidden className={`flex min-w-0 ${lines === 2 ? 'flex-wrap' : ''}`}>
        <span className="fade-when-cut max-w-full min-w-0 whitespace-pre">{head}</span>
        <span className="max-w-full shrink-0 overflow-hidden whitespace-pre">{tail}</span>
      </span>
    </span>
  );
}

/** The beginning of a name and its end, with the extension; a short name is all end. */
export function splitName(name: string): readonly [head: string, tail: string] {
  const characters = Array.from(name);
  const width = characters.reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
  if (width <= short) return ['', name];
  const dot = characters.lastIndexOf('.');
  const extension = dot > 0 && characters.length - dot <= 8 ? characters.length - dot : 0;
  const at = wordStart(characters, characters.length - extension - kept);
  return [characters.slice(0, at).join(''), characters.slice(at).join('')];
}

/** Never before `wanted`: a longer end has no room in a narrow row. */
function wordStart(characters: readonly string[], wanted: number): number {
  for (let at = wanted; at < wanted + kept - 1; at += 1)
    if (characters[at] === '.' || /[\s_-]/.test(characters[at - 1] ?? '')) return at;
  return wanted;
}
