import { labelOf } from '../../shared/scene/lexicon.ts';
import { segmentsOf } from '../draft/cut.ts';
import { EDIT_CREDITS, GENERATION_CREDITS } from './costs.ts';
import { done, listed } from './done-en.ts';
import {
  type Change,
  inSeconds,
  lengthOf,
  mostUnread,
  numbersOf,
  percent,
  shortened,
  times,
  timesOf,
} from './change-numbers.ts';
import { isMissing } from './resolve.ts';
import type { Limit, Question, Talk, EditRequest } from './edit-request.ts';
import type { Words } from './words.ts';

const abilities =
  'I can add and change titles and captions; add music, set its mood and volume; mute, trim, cut, split, remove, duplicate, reorder, shuffle, replace, speed up, zoom, turn and mirror clips; cross-fade, fade in and out; make it warm, cold or black and white; change the ratio; use your own files; undo and redo.';

/** Asked for where too little was said. */
const asks: Readonly<Record<Question, string>> = {
  title: 'What should the title say?',
  look: 'Which look would you like?',
  clip: 'Which clip do you mean? Say its number, or what it shows.',
  replacement: 'Tell me with what: describe the new clip, or drop in a file.',
};

/** What cannot be done, and what can be done instead. */
const limits: Readonly<Record<Limit, string>> = {
  backwards: "I can't play a clip backwards. I can reverse the order of the clips, or slow one down.",
  light: "I can't change brightness, contrast or saturation. I can make the picture warmer, colder or black and white.",
  steady:
    "I can't repair a picture: no stabilising, sharpening or denoising. I can cut out the shaky part, or make the clip anew.",
  voice: "I can't speak or listen, so there is no voice-over. I can write captions at the times you give me.",
  noise: "I can't make sound effects. I can add music in a mood, or use a sound file that you drop in.",
  blur: "I can't blur or cut things out of a picture. I can make the clip anew from another description.",
  overlay:
    "I can't lay a logo, sticker or second picture over the video. I can show your picture as a clip of its own, or write a title.",
  lettering:
    "I can't change a title's font or its lettering. I can change its words, size, colour, place and times, and fade it in or out.",
  tint: 'I can only fade in from black and out to black.',
  style:
    "I can't give the picture that style. I can make it warmer, colder or black and white, or make a clip anew from another description.",
  strength:
    "A look is on or off here, so I can't make it stronger or weaker. I can take it away, or choose another one.",
  longer: "I can't make a clip longer than its file. I can slow it down, duplicate it, or add another clip.",
  frame:
    "I can't crop a clip, make it see-through, or move and zoom while it plays. I can zoom it in or out as a whole, turn and mirror it, or make it anew with a camera move.",
};

/** Where something else is to be said, by kind. */
const reasons: Readonly<Partial<Record<EditRequest['kind'], string>>> = {
  undo: 'There is no earlier edit to go back to.',
  redo: 'You have taken no edit back since the last one. To make a clip anew, say which: “regenerate clip 2”.',
  'change-titles': 'There is no such title, or it is like this already, so I changed nothing.',
  'cross-fade': 'A cross-fade needs two clips, one after the other.',
  'place-uploads': 'Drop in your file first, and I will put it in.',
  'replace-with-upload': 'Drop in your file first, and I will put it there.',
  'set-music': 'The video has this music already.',
  'own-music': 'Drop in a music file first, and I will use it.',
  shuffle: 'There is only one clip, so there is nothing to shuffle.',
  move: 'The clip is there already.',
};
const parts = {
  video: 'clip',
  audio: 'music',
  text: 'title',
  effect: 'effects',
  filter: 'filter',
  transition: 'transitions',
} as const;

function notDone(change: Change): string {
  const { request, before } = change;
  const long = `The video is ${lengthOf(before)} seconds long`;
  if (isMissing(request, before)) return missing(change);
  if (request.kind === 'ask') return asks[request.about];
  if (request.kind === 'cannot') return limits[request.about];
  if (request.kind === 'remake') return `The video is ${request.ratio} already.`;
  if (request.kind === 'remove')
    return request.what === 'effect' || request.what === 'transition' || request.what === 'audio'
      ? `There ${request.what === 'audio' ? 'is' : 'are'} no ${parts[request.what]} to remove.`
      : `There is no ${parts[request.what]} to remove.`;
  if (request.kind === 'volume') {
    const [first] = segmentsOf(before, request.of);
    if (first === undefined) return request.of === 'audio' ? 'There is no music yet.' : 'There is no clip yet.';
    const whose = request.of === 'audio' ? 'The music' : 'The sound of the clips';
    return `${whose} is at ${percent(first.volume ?? 1)} already.`;
  }
  if (request.kind === 'fade-music')
    return segmentsOf(before, 'audio').length === 0 ? 'There is no music yet.' : 'The music is like this already.';
  if (request.kind === 'trim')
    return `${long}: I can shorten it, not stretch it. To make it longer, slow it down or add a clip.`;
  if (request.kind === 'remove-span' || request.kind === 'keep-span')
    return `${long}, so ${times(request)} s would change nothing.`;
  if (request.kind === 'split') return `${long}; at ${inSeconds(request.atMs)} seconds there is nothing to split.`;
  if (request.kind === 'grade' || request.kind === 'speed' || request.kind === 'frame')
    return 'It is like this already, so I changed nothing.';
  return reasons[request.kind] ?? 'That would change nothing, so I left the video as it is.';
}

/** `There is no clip 7: the video has 3 clips.` */
function missing({ request, before }: Change): string {
  const isText = request.kind === 'change-titles' || (request.kind === 'remove' && request.what === 'text');
  const count = segmentsOf(before, isText ? 'text' : 'video').length;
  const one = isText ? 'title' : 'clip';
  if (count === 0) return `There is no ${one} yet.`;
  const { not } = numbersOf('which' in request ? (request.which ?? 'all') : 'all', count);
  return `There is no ${one} ${listed(not)}: the video has ${count === 1 ? `one ${one}` : `${count} ${one}s`}.`;
}

const talks: Readonly<Record<Talk, string>> = {
  hello: 'Hi!',
  thanks: "You're welcome!",
  praise: 'Glad you like it!',
  bye: 'See you! Your video stays as it is.',
  who: "I'm the agent that makes and edits your video: you say what you want, and I do it.",
  cost: `A new clip costs ${GENERATION_CREDITS} credits, an edit ${EDIT_CREDITS}. Talking to me costs nothing, and neither does saving the video.`,
  help: abilities,
  wrong:
    'I am not sure which edit you mean. Tell me what to do, and with which clip or title; “undo” takes the last edit back.',
  agreed: 'All right.',
  make: 'Gladly!',
  stop: 'I am not working on anything right now.',
  orders: 'I only make and edit videos.',
  wordless: "I can't tell what you'd like from that.",
};

function talk(about: Talk, isEmpty: boolean): string {
  if (about === 'wrong' && !isEmpty) return talks.wrong;
  if (about === 'bye' || (about === 'help' && !isEmpty)) return talks[about];
  const next =
    isEmpty || about === 'make'
      ? "Tell me what you'd like to see, and I'll make it."
      : "Tell me what you'd like to change.";
  return about === 'wrong' ? next : `${talks[about]} ${next}`;
}

export const english: Words = {
  thinking: 'The user wants a short film. I should make the raw clip first, then add music, a title and effects.',
  generating: "Great idea! I'm generating your clip now.",
  rawReady: (length) =>
    `The raw clip is ready: ${length} seconds, already on your timeline. I'm adding music, a title and effects next.`,
  finished:
    "All done! Your video now has background music, an opening title and a fade. Tell me what you'd like to change.",
  added: (length) => `Your new clip is on the timeline. The video is ${length} seconds long now.`,
  looking: 'Let me look at your timeline.',
  nothing: "There is nothing on the timeline yet. Tell me what you'd like to see and I'll make it.",
  describe: (cut) => {
    const clips = segmentsOf(cut, 'video');
    const titles = segmentsOf(cut, 'text').map((part) => `“${part.text ?? ''}” (${timesOf(part)} s)`);
    const [song] = segmentsOf(cut, 'audio');
    return [
      `Your video is ${lengthOf(cut)} seconds long, with ${clips.length === 1 ? 'one clip' : `${clips.length} clips`}: ${listed(clips.map((part, at) => `${at + 1}. ${part.name} (${timesOf(part)} s)`))}.`,
      ...(titles.length === 0 ? [] : [`${titles.length === 1 ? 'Its title is' : 'Its titles are'} ${listed(titles)}.`]),
      song === undefined ? 'It has no music.' : `Its music is ${song.name}, at ${percent(song.volume ?? 1)}.`,
      'Tell me what to change.',
    ].join(' ');
  },
  done,
  notDone,
  talk,
  drawn: ({ shots, seconds: length, ratio, unrecognised }) => {
    const seen = new Set(
      shots.flatMap(({ subject, companion, place, time }) =>
        [subject, companion, place, time].flatMap((word) => (word === null ? [] : [labelOf(word, 'en')])),
      ),
    );
    const drawn = `I drew: ${[...seen].join(', ')} (${length} seconds, ${ratio}).`;
    if (unrecognised.length === 0) return drawn;
    return `${drawn} I don't know how to draw: ${unrecognised.join(', ')}. I can draw cities, seas, mountains and forests, people and animals, cars, boats and trains, food, fireworks, at any hour and in any weather.`;
  },
  failed: (what) =>
    `Something went wrong while I was making the ${what}, so it is not in your video. No credits were spent. Send the message again to try once more.`,
  unread: (texts) => {
    const more = texts.length - mostUnread;
    const told = listed(texts.slice(0, mostUnread).map((text) => `“${shortened(text)}”`));
    return `I did not understand ${told}${more > 0 ? `, and ${more} more` : ''}.`;
  },
  unknown: `I don't know how to do that, so I changed nothing. ${abilities}`,
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
