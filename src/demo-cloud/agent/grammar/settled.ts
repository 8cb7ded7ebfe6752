import type { TitleStyle } from '../../draft/cut.ts';
import { raisedBy, scaledSize, type TitleTimes, usualTitleMs } from '../../draft/titles.ts';
import type { EditRequest, Situation } from '../edit-request.ts';

/** Each request once, and of music only what it is to be like. `said`: the message, which may give each clip its title. */
export function settled(
  requests: readonly EditRequest[],
  said: string,
  clips: Situation['clips'],
): readonly EditRequest[] {
  const texts = requests.map((request) => JSON.stringify(request));
  const isNamed = requests.some((request) => request.kind === 'set-music' && request.mood !== 'any');
  const kept = requests.filter(
    (request, index) =>
      (request.kind === 'duplicate' || texts[index] !== texts[index - 1]) &&
      !(isNamed && request.kind === 'set-music' && request.mood === 'any'),
  );
  return inTurn(kept.reduce<readonly EditRequest[]>(withNext, []), EACH_CLIP.test(said) ? clips : []);
}

const EACH_CLIP =
  /\b(?:each|every) (?:clip|shot|scene)\b|\ball (?:the )?(?:clips|shots|scenes)\b|每一?[个段](?:片段|镜头|视频)?/iu;

/** `too loud, much quieter`, `太长了，剪到3秒` ask for the second. */
function isSaidAgain(last: EditRequest | undefined, request: EditRequest): boolean {
  if (last?.kind === 'trim-clips' && request.kind === 'trim-clips') return String(last.which) === String(request.which);
  // `太快了，恢复原速`.
  if (last?.kind === 'speed' && request.kind === 'speed')
    return String(last.which) === String(request.which) && (request.to !== undefined || last.factor === request.factor);
  if (last?.kind !== 'volume' || request.kind !== 'volume' || last.scale === undefined || request.scale === undefined)
    return false;
  const of = ({ of: what, which, span }: typeof last): string => JSON.stringify([what, which, span]);
  return of(last) === of(request) && last.scale < 1 === request.scale < 1;
}

/** `white and at the bottom` is one change of a title, unless it says the same thing twice. */
function withNext(before: readonly EditRequest[], request: EditRequest): readonly EditRequest[] {
  const last = before.at(-1);
  if (isSaidAgain(last, request)) return [...before.slice(0, -1), request];
  if (last?.kind === 'set-title' && request.kind === 'change-titles' && request.which === 'all') {
    const { kind: _kind, which: _which, style, text, scale, riseBy, shiftMs, ...times } = request;
    if (text === undefined && shiftMs === undefined)
      return [
        ...before.slice(0, -1),
        { ...last, ...times, style: { ...last.style, ...style, ...grown(last, scale, riseBy) } },
      ];
  }
  const isOne =
    last?.kind === 'change-titles' &&
    request.kind === 'change-titles' &&
    JSON.stringify(last.which) === JSON.stringify(request.which) &&
    Object.keys(request).every((key) => key === 'kind' || key === 'which' || key === 'style' || !(key in last));
  if (!isOne) return [...before, request];
  const style = { ...last.style, ...request.style };
  return [...before.slice(0, -1), { ...last, ...request, ...(Object.keys(style).length === 0 ? {} : { style }) }];
}

/** How large and how high a title becomes that is only just asked for. */
function grown(
  { text, style = {} }: { readonly text: string; readonly style?: TitleStyle },
  scale: number | undefined,
  riseBy: number | undefined,
): TitleStyle {
  return {
    ...(scale === undefined ? {} : { size: scaledSize({ text, style }, scale) }),
    ...(riseBy === undefined ? {} : { y: raisedBy(style, riseBy) }),
  };
}

/** Titles that are asked for in one, for no time and for the same place, stand one after the other, or over one of these clips each. */
function inTurn(requests: readonly EditRequest[], clips: Situation['clips']): readonly EditRequest[] {
  const loose = requests.filter((request) => request.kind === 'set-title').filter(isTimeless);
  return requests.map((request, index) => {
    const next = requests[index + 1];
    // `“Ready?” at 0:00, “Go!” at 0:02`: one makes room for the other.
    if (
      request.kind === 'set-title' &&
      next?.kind === 'set-title' &&
      request.durationMs === undefined &&
      request.startMs !== undefined &&
      next.startMs !== undefined &&
      next.startMs > request.startMs &&
      next.startMs < request.startMs + usualTitleMs
    )
      return { ...request, durationMs: next.startMs - request.startMs };
    if (request.kind !== 'set-title') return request;
    const turn = loose.filter(({ style }) => isSamePlace(style, request.style)).indexOf(request);
    const clip = loose.length === clips.length ? clips[turn] : undefined;
    if (clip !== undefined) return { ...request, startMs: clip.startMs, durationMs: clip.durationMs };
    return turn < 1 ? request : { ...request, startMs: turn * usualTitleMs };
  });
}

function isTimeless(title: TitleTimes): boolean {
  return (['startMs', 'durationMs', 'endMs', 'atEnd', 'toEnd'] as const).every((key) => title[key] === undefined);
}

function isSamePlace(one: TitleStyle = {}, other: TitleStyle = {}): boolean {
  return one.x === other.x && one.y === other.y;
}
