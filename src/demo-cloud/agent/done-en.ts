import { pictureLength, type Segment, segmentsOf, type Which } from '../draft/cut.ts';
import type { Span } from '../draft/edits.ts';
import type { Mood } from '../../shared/scene/scene.ts';
import {
  type Change,
  changedTitles,
  inSeconds,
  isCaption,
  isHigher,
  levelOf,
  newIn,
  numbersOf,
  percent,
  placeOf,
  placesOf,
  spanOf,
  times,
  timesOf,
  withTheOneBefore,
} from './change-numbers.ts';
import { colorName } from './grammar/values.ts';
import type { EditRequest } from './edit-request.ts';

type Told<Kind extends EditRequest['kind']> = Extract<EditRequest, { readonly kind: Kind }>;

const moods: Readonly<Record<Mood | 'any', string>> = {
  calm: 'calm',
  upbeat: 'upbeat',
  lofi: 'lo-fi',
  epic: 'epic',
  sad: 'wistful',
  dreamy: 'dreamy',
  any: 'new',
};
const looks = { warm: 'warmer', cold: 'colder', mono: 'black and white' } as const;
const parts = { audio: 'music', effect: 'effects', filter: 'filter', transition: 'transitions' } as const;

const seconds = (ms: number): string => `${inSeconds(ms)} ${inSeconds(ms) === '1' ? 'second' : 'seconds'}`;
/** `the last second`. */
const stretch = (ms = 1000): string => (ms === 1000 ? 'second' : seconds(ms));
const span = (of: Span): string => `${times(of)} s`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const listed = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
const quote = (text: string | null): string => `“${text ?? ''}”`;

/** `clip 2 (6.0–11.0 s)`, `clips 1 and 3`, `all 3 clips`. */
function clips({ before }: Pick<Change, 'before'>, which: Which, timed = true): string {
  const count = segmentsOf(before, 'video').length;
  const { there } = numbersOf(which, count);
  if (which === 'all' && count > 1) return `all ${count} clips`;
  const at = spanOf(before, there);
  return `${there.length === 1 ? 'clip' : 'clips'} ${listed(there)}${timed && at !== null ? ` (${span(at)})` : ''}`;
}

const filmOf = ({ after }: Change): string => seconds(pictureLength(after));

/** What was asked for and is not there. */
function absent({ before }: Change, which: Which | undefined): string {
  const count = segmentsOf(before, 'video').length;
  const { not } = numbersOf(which ?? 'all', count);
  return not.length === 0 ? '' : ` There is no clip ${listed(not)}.`;
}

const isMany = ({ before }: Change, which: Which): boolean =>
  numbersOf(which, segmentsOf(before, 'video').length).there.length > 1;

function whole(
  change: Change,
  { which, span: part }: { readonly which: Which; readonly span?: Span },
): readonly [string, 'is' | 'are'] {
  if (part !== undefined) return [`The part ${span(part)}`, 'is'];
  if (which === 'all') return ['The video', 'is'];
  return [capital(clips(change, which)), isMany(change, which) ? 'are' : 'is'];
}

function volume(change: Change, request: Told<'volume'>): string {
  const { of, which = 'all', span: part } = request;
  const named = request.which === undefined ? 'the sound of your clips' : clips(change, which, part === undefined);
  const sound = `${capital(of === 'audio' ? 'the music' : named)}${part === undefined ? '' : ` (${span(part)})`}`;
  const be = of === 'video' && request.which !== undefined && isMany(change, which) ? 'are' : 'is';
  const level = levelOf(change, request);
  if (level === 0) return `${sound} ${be} muted.`;
  const was = levelOf({ ...change, after: change.before }, request);
  if (level !== null) {
    const before = was === null || was === level ? '' : ` (${percent(was)} before)`;
    return `${sound} ${be} at ${percent(level)} volume now${before}.`;
  }
  return `${sound} ${be} ${(request.scale ?? 1) + (request.by ?? 0) < 1 ? 'quieter' : 'louder'} now.`;
}

function removed(change: Change, { what, which }: Told<'remove'>): string {
  const isEmpty = pictureLength(change.after) === 0;
  const now = isEmpty ? 'nothing is left on the timeline' : `the video is ${filmOf(change)} long now`;
  if (what === 'video') return `I removed ${clips(change, which ?? 'last')}; ${now}.`;
  if (what !== 'text') return `I removed the ${parts[what]}.`;
  const left = new Set(segmentsOf(change.after, 'text').map(({ id }) => id));
  const gone = segmentsOf(change.before, 'text').filter(({ id }) => !left.has(id));
  return `I removed the ${gone.length === 1 ? 'title' : 'titles'} ${listed(gone.map(({ text }) => quote(text)))}.`;
}

function place(part: Segment): string {
  const { side, height } = placeOf(part);
  return height === 'middle'
    ? side === null
      ? 'in the middle'
      : `on the ${side}`
    : `at the ${height}${side === null ? '' : ` ${side}`}`;
}

/** What is different about a title. */
function differences(old: Segment, now: Segment): readonly string[] {
  const [was, is] = [old.style.size ?? 15, now.style.size ?? 15];
  const { color } = now.style;
  const isMoved = old.style.x !== now.style.x || old.style.y !== now.style.y;
  const isTimed = old.startMs !== now.startMs || old.durationMs !== now.durationMs;
  return [
    ...(was === is ? [] : [is > was ? `${percent(is / was - 1)} bigger` : `${percent(1 - is / was)} smaller`]),
    ...(color === undefined || old.style.color?.join() === color.join()
      ? []
      : [colorName(color)?.en ?? 'in the new colour']),
    ...(isMoved
      ? [place(old) === place(now) ? `a little ${isHigher(old, now) ? 'higher' : 'lower'}` : place(now)]
      : []),
    ...(isTimed ? [`on screen at ${timesOf(now)} s`] : []),
    ...(old.fadeInMs === now.fadeInMs ? [] : [`fading in over ${seconds(now.fadeInMs)}`]),
    ...(old.fadeOutMs === now.fadeOutMs ? [] : [`fading out over ${seconds(now.fadeOutMs)}`]),
  ];
}

function titles(change: Change): string {
  const changed = changedTitles(change);
  const [first] = changed;
  if (first === undefined) return 'I changed the title.';
  const { old, now } = first;
  const found = differences(old, now);
  const reads = old.text === now.text ? '' : `The title now reads ${quote(now.text)}`;
  if (found.length === 0) return `${reads === '' ? 'I changed the title' : reads}.`;
  if (reads !== '') return `${reads}; it is ${listed(found)}.`;
  return changed.length === 1
    ? `The title ${quote(now.text)} is now ${listed(found)}.`
    : `The ${changed.length} titles are now ${listed(found)}.`;
}

function newTitle(change: Change, { text }: Told<'set-title'>): string {
  const there = segmentsOf(change.after, 'text').find((part) => part.text === text);
  const at = there === undefined ? '' : ` (${timesOf(there)} s)`;
  const isAnother = segmentsOf(change.after, 'text').length > segmentsOf(change.before, 'text').length;
  return isAnother
    ? `I added the ${isCaption(there) ? 'caption' : 'title'} ${quote(text)}${at}.`
    : `The title now reads ${quote(text)}${at}.`;
}

function added(change: Change): string {
  const found = newIn('video', change);
  const numbers = placesOf(change.after, found);
  const at = spanOf(change.after, numbers);
  return `I added ${listed(found.map(({ name }) => name))} as ${numbers.length === 1 ? 'clip' : 'clips'} ${listed(numbers)}${at === null ? '' : ` (${span(at)})`}.`;
}

function copied(change: Change, { which, more }: Told<'duplicate'>): string {
  const [first, ...others] = newIn('video', change);
  const at = first === undefined || others.length > 0 ? '' : ` (${timesOf(first)} s)`;
  const copies = more === 1 ? 'a copy' : `${more} copies`;
  return `I added ${copies} of ${clips(change, which, false)}${at}; the video is ${filmOf(change)} long now.`;
}

function sped(change: Change, request: Told<'speed'>): string {
  const [of, be] = whole(change, request);
  const long = `; ${of === 'The video' ? 'it' : 'the video'} is ${filmOf(change)} long now.`;
  if (request.to === 1) return `${of} ${be === 'is' ? 'plays' : 'play'} at normal speed again${long}`;
  const speeds = new Set(
    request.span === undefined
      ? numbersOf(request.which, segmentsOf(change.after, 'video').length).there.map(
          (number) => segmentsOf(change.after, 'video')[number - 1]?.speed,
        )
      : [request.factor],
  );
  const [speed] = speeds;
  const how =
    speeds.size === 1 && speed !== undefined
      ? `at ${Math.round(speed * 100) / 100}× speed`
      : (request.factor ?? 1) < 1
        ? 'slower'
        : 'faster';
  return `${of} ${be === 'is' ? 'plays' : 'play'} ${how} now${long}`;
}

function framed(change: Change, { which, zoom, turn, mirror }: Told<'frame'>): string {
  const [of, be] = whole(change, { which });
  const [at = 0] = numbersOf(which, segmentsOf(change.after, 'video').length).there;
  const { scale = 1, flippedX = false, flippedY = false } = segmentsOf(change.after, 'video')[at - 1]?.framing ?? {};
  if (mirror !== undefined) {
    const isMirrored = mirror === 'x' ? flippedX : flippedY;
    return `${of} ${be} ${isMirrored ? `mirrored ${mirror === 'x' ? 'left to right' : 'top to bottom'} now` : 'no longer mirrored'}.`;
  }
  if (turn !== undefined)
    return `${of} ${be} turned ${Math.abs(turn)}° ${turn < 0 ? 'anticlockwise' : 'clockwise'} now.`;
  if (zoom !== undefined) return `${of} ${be} zoomed ${zoom < 1 ? 'out' : 'in'} to ${percent(scale)} now.`;
  return `${of} ${be} shown as usual again: not zoomed, turned or mirrored.`;
}

function turned({ edits }: Change, { kind, steps }: Told<'undo' | 'redo'>): string {
  const edit = edits.find((one) => one.kind === 'restore');
  const count = Math.abs(edit?.steps ?? 1);
  const what = count === 1 ? 'the last edit' : `the last ${count} edits`;
  const only = typeof steps === 'number' && steps > count ? ' There are no more before that.' : '';
  return kind === 'undo'
    ? `I took ${what} back.${only}`
    : `I made ${count === 1 ? 'the edit' : `the ${count} edits`} again that you took back.`;
}

/** What was done, with its numbers. */
export function done(change: Change): string {
  const { request } = change;
  const isOfTitles = request.kind === 'change-titles' || (request.kind === 'remove' && request.what === 'text');
  return `${said(change)}${'which' in request && !isOfTitles ? absent(change, request.which) : ''}`;
}

function said(change: Change): string {
  const { request, after } = change;
  switch (request.kind) {
    case 'place-uploads':
      return added(change);
    case 'replace-with-upload':
      return `Your file is now in the place of ${clips(change, request.which)}.`;
    case 'replace-with-made':
      return `I made a new clip in the place of ${clips(change, request.which)}.`;
    case 'set-title':
      return newTitle(change, request);
    case 'change-titles':
      return titles(change);
    case 'set-music':
      return `I put ${moods[request.mood]} music under the picture.`;
    case 'own-music':
      return 'Your own music plays under the picture now.';
    case 'add-effect':
      return request.name === 'fade out'
        ? `The picture fades out to black over the last ${stretch(request.durationMs)}.`
        : `The picture fades in from black over the first ${stretch(request.durationMs)}.`;
    case 'remove':
      return removed(change, request);
    case 'remove-span':
      return `I cut out ${span(request)}; the video is ${filmOf(change)} long now.`;
    case 'keep-span':
      return `I kept only ${span(request)}.`;
    case 'volume':
      return volume(change, request);
    case 'trim':
      return `The video is now ${seconds(pictureLength(after))} long.`;
    case 'trim-clips':
      return `I trimmed ${clips(change, request.which, false)} to ${request.span === undefined ? seconds(request.durationMs ?? 0) : span(request.span)}; the video is ${filmOf(change)} long now.`;
    case 'split':
      return `I split the clip at ${seconds(request.atMs)}.`;
    case 'halve':
      return `I split ${clips(change, request.which)} in two.`;
    case 'move':
      return `Clip ${request.from} is now clip ${Math.max(1, Math.min(request.to, segmentsOf(after, 'video').length))}.`;
    case 'swap':
      return `Clips ${request.one} and ${request.other} changed places.`;
    case 'reverse':
      return 'The clips are in reverse order now.';
    case 'order':
    case 'shuffle':
      return `The clips are in a new order now: ${listed(segmentsOf(after, 'video').map(({ name }) => name))}.`;
    case 'duplicate':
      return copied(change, request);
    case 'speed':
      return sped(change, request);
    case 'cross-fade':
      return `${request.which === 'all' ? 'The clips' : capital(clips(change, withTheOneBefore(change, request.which), false))} cross-fade over ${seconds(request.durationMs)}.`;
    case 'fade-music':
      return request.durationMs === 0
        ? `The music no longer fades ${request.edge}.`
        : `The music fades ${request.edge} over ${seconds(request.durationMs)}.`;
    case 'grade': {
      const [of, be] = whole(change, request);
      return request.grade === null
        ? `${of} ${be} in ${be === 'is' ? 'its' : 'their'} own colours again.`
        : `${of} ${be} ${looks[request.grade]} now.`;
    }
    case 'frame':
      return framed(change, request);
    case 'remake':
      return `The video is ${request.ratio} now. I generated its clips anew for this shape; your own files keep theirs.`;
    case 'go-back':
      return 'I put the video back as you described it.';
    case 'undo':
    case 'redo':
      return turned(change, request);
    case 'cannot':
    case 'ask':
      return '';
  }
}
