import type { Which } from '../draft/cut.ts';
import type { Span } from '../draft/edits.ts';
import type { Mood } from '../../shared/scene/scene.ts';
import { labelOf } from '../../shared/scene/lexicon.ts';
import type { Question, Wish } from './wish.ts';
import type { Words } from './words.ts';

const moods: Readonly<Record<Mood | 'any', string>> = {
  calm: 'calmer',
  upbeat: 'upbeat',
  lofi: 'lo-fi',
  epic: 'epic',
  sad: 'wistful',
  dreamy: 'dreamy',
  any: 'new',
};

const looks = { warm: 'warmer', cold: 'colder', mono: 'black and white' } as const;
const parts = {
  video: 'clip',
  audio: 'music',
  text: 'title',
  effect: 'effects',
  filter: 'filter',
  transition: 'transitions',
} as const;

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} ${ms === 1000 ? 'second' : 'seconds'}`;
const span = ({ fromMs, toMs }: Span): string => `${(fromMs / 1000).toFixed(1)}–${(toMs / 1000).toFixed(1)} s`;
const percent = (level: number): string => `${Math.round(level * 100)}%`;

function pieces(one: string, which: Which | undefined): string {
  if (which === undefined || which === 'last') return `the last ${one}`;
  if (which === 'first') return `the first ${one}`;
  if (which === 'all') return `all ${one}s`;
  return which.length === 1 ? `${one} ${which[0]}` : `${one}s ${which.join(' and ')}`;
}

const clips = (which: Which | undefined): string => pieces('clip', which);
const whole = ({ which, span: part }: { readonly which: Which; readonly span?: Span }): string =>
  part === undefined ? (which === 'all' ? 'the video' : clips(which)) : `the part ${span(part)}`;
/** One of them is, several are. */
const isMany = (which: Which | undefined): boolean =>
  which !== undefined && which !== 'all' && typeof which !== 'string' && which.length > 1;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sound(wish: Extract<Wish, { readonly kind: 'volume' }>): string {
  if (wish.of === 'audio') return 'the music';
  const part = wish.span === undefined ? '' : ` (${span(wish.span)})`;
  return `${wish.which === undefined ? 'the sound of your clips' : clips(wish.which)}${part}`;
}

function volume(wish: Extract<Wish, { readonly kind: 'volume' }>): string {
  const is = isMany(wish.which) ? 'are' : 'is';
  if (wish.level === 0) return `${capital(sound(wish))} ${is} muted.`;
  if (wish.level !== undefined) return `${capital(sound(wish))} ${is} at ${percent(wish.level)} now.`;
  return `${capital(sound(wish))} ${is} ${(wish.scale ?? 1) < 1 ? 'quieter' : 'louder'} now.`;
}

function removed({ what, which, span: part }: Extract<Wish, { readonly kind: 'remove' }>): string {
  if (what === 'video') return `I removed ${part === undefined ? clips(which) : `${clips(which)}, ${span(part)}`}.`;
  if (what === 'text')
    return `I removed ${which === undefined || which === 'all' ? 'the title' : pieces('title', which)}.`;
  return `I removed the ${parts[what]}.`;
}

function done(wish: Wish): string {
  switch (wish.kind) {
    case 'place-uploads':
      return 'Your clip is on the timeline.';
    case 'replace-with-upload':
      return `Your clip is now in the place of ${clips(wish.which)}.`;
    case 'replace-with-made':
      return `I made a new clip in the place of ${clips(wish.which)}.`;
    case 'set-title':
      return `I added the title "${wish.text}".`;
    case 'change-titles':
      return wish.text === undefined ? 'I changed the title.' : `The title now reads "${wish.text}".`;
    case 'set-music':
      return `I put ${moods[wish.mood]} music under the picture.`;
    case 'own-music':
      return 'Your own music plays under the picture now.';
    case 'add-effect':
      return wish.name === 'fade out' ? 'The picture fades out to black.' : 'I added a soft fade.';
    case 'remove':
      return removed(wish);
    case 'remove-span':
      return `I cut out ${span(wish)}.`;
    case 'keep-span':
      return `I kept ${span(wish)}.`;
    case 'volume':
      return volume(wish);
    case 'trim':
      return `The video is now ${seconds(wish.durationMs)} long.`;
    case 'trim-clips':
      return `I trimmed ${clips(wish.which)} to ${wish.span === undefined ? seconds(wish.durationMs ?? 0) : span(wish.span)}.`;
    case 'split':
      return `I split the clip at ${seconds(wish.atMs)}.`;
    case 'halve':
      return `I split ${clips(wish.which)} in two.`;
    case 'move':
      return `Clip ${wish.from} is number ${wish.to} now.`;
    case 'swap':
      return `Clips ${wish.one} and ${wish.other} changed places.`;
    case 'reverse':
      return 'The clips are in reverse order now.';
    case 'speed':
      if (wish.to !== undefined)
        return `${capital(whole(wish))} ${isMany(wish.which) ? 'play' : 'plays'} at normal speed again.`;
      return `${capital(whole(wish))} ${isMany(wish.which) ? 'play' : 'plays'} ${(wish.factor ?? 1) < 1 ? 'slower' : 'faster'} now.`;
    case 'cross-fade':
      return `The clips cross-fade over ${seconds(wish.durationMs)}.`;
    case 'fade-music':
      return `The music fades ${wish.edge} over ${seconds(wish.durationMs)}.`;
    case 'grade':
      if (wish.grade === null)
        return `${capital(whole(wish))} ${isMany(wish.which) ? 'are back in their' : 'is back in its'} own colours.`;
      return `${capital(whole(wish))} ${isMany(wish.which) ? 'are' : 'is'} ${looks[wish.grade]} now.`;
    case 'remake':
      return `The video is ${wish.ratio} now. I generated its clips anew for this shape; your own files keep theirs.`;
    case 'go-back':
      return 'I put the video back as you described it.';
    case 'undo':
      return 'I took the last edit back.';
    case 'ask':
      return '';
  }
}

/** Where something else is to be said, by kind. */
const reasons: Readonly<Partial<Record<Wish['kind'], string>>> = {
  undo: 'There is no earlier edit to go back to.',
  'change-titles': 'There is no such title, so I changed nothing.',
  'cross-fade': 'A cross-fade needs two clips, one after the other.',
  'fade-music': 'There is no music yet.',
  'own-music': 'Drop in a music file first, and I will use it.',
};

/** Asked for where too little was said. */
const asks: Readonly<Record<Question, string>> = {
  title: 'What should the title say?',
  look: 'Which look would you like?',
  clip: 'Which clip do you mean? Say its number, or what it shows.',
  replacement: 'Tell me with what: describe the new clip, or drop in a file.',
};

function notDone(wish: Wish): string {
  if (wish.kind === 'ask') return asks[wish.about];
  if (wish.kind === 'remake') {
    return `The video is ${wish.ratio} already.`;
  }
  if (wish.kind === 'remove') {
    const { what } = wish;
    return what === 'effect' || what === 'transition'
      ? `There are no ${parts[what]} to remove.`
      : `There is no ${what === 'video' ? 'such clip' : parts[what]} to remove.`;
  }
  if (wish.kind === 'volume') {
    return wish.of === 'audio'
      ? 'The music stays as it is: there is none, or it is like this already.'
      : 'The sound is like this already.';
  }
  return reasons[wish.kind] ?? 'That would change nothing, or there is no such clip, so I left the video as it is.';
}

const list = (items: readonly string[]): string => items.join(', ');

export const english: Words = {
  thinking: 'The user wants a short film. I should make the raw clip first, then add music, a title and effects.',
  generating: "Great idea! I'm generating your clip now. This usually takes a few minutes.",
  rawReady: (length) =>
    `The raw clip is ready: ${length} seconds, already on your timeline. I'm adding music, a title and effects next.`,
  finished:
    "All done! Your video now has background music, an opening title and a fade. Tell me what you'd like to change.",
  added: (length) => `Your new clip is on the timeline. The video is ${length} seconds long now.`,
  looking: 'Let me look at your timeline.',
  nothing: "There is nothing on the timeline yet. Tell me what you'd like to see and I'll make it.",
  describe: (names) =>
    `Your video has ${names.length === 1 ? 'one clip' : `${names.length} clips`}: ${list(names)}. I can change titles, music and volume; trim, cut, split, reorder and speed up clips; add cross-fades, fades, a warm, cold or black and white look; and take edits back.`,
  done,
  notDone,
  drawn: ({ shots, seconds: length, ratio, unrecognised }) => {
    const seen = new Set(
      shots.flatMap(({ subject, companion, place, time }) =>
        [subject, companion, place, time].flatMap((word) => (word === null ? [] : [labelOf(word, 'en')])),
      ),
    );
    const drawn = `I drew: ${list([...seen])} (${length} seconds, ${ratio}).`;
    if (unrecognised.length === 0) return drawn;
    return `${drawn} I don't know how to draw: ${list(unrecognised)}. I can draw cities, seas, mountains and forests, people and animals, cars, boats and trains, food, fireworks, at any hour and in any weather.`;
  },
  failed: (what) =>
    `Something went wrong while I was making the ${what}, so it is not in your video. No credits were spent. Send the message again to try once more.`,
  unread: (texts) => `I did not understand: ${list(texts.map((text) => `“${text}”`))}.`,
  unknown:
    "I don't know how to do that, so I changed nothing. I can add and change titles and captions; add music, set its mood and volume; mute, trim, cut, split, remove, reorder, replace and speed up clips; cross-fade, fade in and out; make it warm, cold or black and white; change the ratio; use your own files; and undo.",
  question: (about) => {
    switch (about) {
      case 'title':
        return { prompt: asks.title, options: ['Once upon a time', 'A day to remember', 'The End'] };
      case 'music':
        return { prompt: 'Which music would you like?', options: ['Calm', 'Upbeat', 'Lo-fi', 'Epic'] };
      case 'look':
        return { prompt: asks.look, options: ['Warm', 'Cold', 'Black and white'] };
      case 'replacement':
      case 'clip':
        return { prompt: asks[about], options: [] };
    }
  },
  editorTalk: [
    'Click the Export button in the top right corner to save it.',
    'You can preview it in the timeline below.',
    'Open the Audio panel to fine-tune the music.',
    'You can also drag the clip on the timeline to reorder it.',
    'Check your account page for the remaining credits.',
  ],
};
