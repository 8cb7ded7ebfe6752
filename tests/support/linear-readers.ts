import { redact } from '../../src/main/desktop/log.ts';
import { readBareLine, readFrame } from '../../src/main/api/stream/frame.ts';
import { readQuestion } from '../../src/main/api/stream/question.ts';
import { createFrameReader, streamLimits } from '../../src/main/api/stream/read-agent-stream.ts';
import { addChunk, addWhole, noTexts, settleAll, type Texts } from '../../src/main/api/stream/texts.ts';
import { parseSkill } from '../../src/main/api/attribution.ts';
import { asksSomething } from '../../src/main/turns/questions.ts';
import { translate } from '../../src/main/turns/editor-talk/editor-talk.ts';
import { routeOf } from '../../src/main/turns/intents/intents.ts';
import { nameFrom } from '../../src/main/projects/projects.ts';
import { readDraft } from '../../src/main/drafts/draft-parser.ts';
import { toTimeline } from '../../src/main/drafts/timeline.ts';
import { cuesOf, writeSrt, writeVtt } from '../../src/main/interchange/subtitles.ts';
import { xmlText } from '../../src/main/interchange/text.ts';
import { foldQuery, snippetOf, wordsOf } from '../../src/main/storage/search-text.ts';
import { createBlocks } from '../../src/renderer/chat/blocks.ts';
import { costKinds } from '../../src/shared/domain/message-cost.ts';
import { answerMessage } from '../../src/shared/domain/turn.ts';
import { safeFileName } from '../../src/shared/domain/file-name.ts';
import { withNotes, withoutNotes } from '../../src/shared/domain/file-notes.ts';
import { messageFor, unknownPlaceholders, withoutExtension } from '../../src/shared/domain/template.ts';
import { captionsOf } from '../../src/shared/domain/captions.ts';
import { readCaptions } from '../../src/main/uploads/import/read-captions.ts';
import { readScene } from '../../src/shared/scene/read-scene.ts';
import { readIntent } from '../../src/demo-cloud/agent/intent.ts';

/** A text in pieces of 1,000 characters, as a stream brings it. */
function inPieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / 1_000) }, (_, index) =>
    text.slice(index * 1_000, (index + 1) * 1_000),
  );
}

/** What takes in text that others wrote: agents, drafts, error bodies, names of files and projects, what the user pastes. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a frame': (text) => [readFrame(text), readFrame(`{"error": ${text}`), readFrame(`{"error": "a"${text}x`)],
  captions: (text) => [
    readCaptions(text),
    readCaptions(`00:01 --> 00:02\n${text}`),
    captionsOf(text),
    captionsOf(`1. ${text}`),
  ],
  'a prompt': (text) => readScene(text),
  'a bare line': (text) => readBareLine(text),
  lines: (text) => {
    const reader = createFrameReader(streamLimits);
    return inPieces(text).map((piece) => reader.push(new TextEncoder().encode(piece)));
  },
  'chunks and their aggregate': (text) => {
    const begun = inPieces(text).reduce<Texts>((texts, chunk) => addChunk(texts, chunk, false).texts, noTexts);
    return [addWhole(begun, text), settleAll(begun), addWhole(noTexts, `a${text}b`)];
  },
  'what a card asks': (text) => readQuestion({ title: text, questions: [{ prompt: text, options: [text] }] }),
  'an answer to a card': (text) => answerMessage([{ prompt: text, options: [], multiple: false }], [[text]]),
  'a question': (text) => asksSomething([{ kind: 'text', text }]),
  'talk about an editor': translate,
  'an intent': (text) => routeOf(text),
  'what a message costs': (text) => costKinds(text, true),
  'the rehearsal': (text) =>
    readIntent(text, {
      clips: [text, 'city', 'IMG_1.mov'].map((name) => ({ name, prompt: null, startMs: 0, durationMs: 3_000 })),
      titles: [text],
      captions: [],
      lengthMs: 9_000,
      waitingUploads: [text],
      waitingSounds: [],
    }),
  'a draft': (text) => {
    const reading = readDraft({ t: [{ tt: 7, sg: [{ s: 0, d: 1_000, m: { text, name: text } }] }] });
    return [toTimeline(reading, 1), writeSrt(cuesOf(reading)), writeVtt(cuesOf(reading)), xmlText(text)];
  },
  'words for the search': (text) => wordsOf({ prompt: text, parts: [{ kind: 'text', text }] }),
  'a snippet': (text) => snippetOf(text, foldQuery(text.slice(0, 20))),
  names: (text) => [nameFrom(text), safeFileName(text), withoutExtension(text)],
  templates: (text) => [messageFor(text, text.slice(0, 100), 1), unknownPlaceholders(text, ['name'])],
  notes: (text) => withoutNotes(withNotes(text, [{ name: text, note: text }], 'en'), [text]),
  'the skill': (text) => [parseSkill(text), parseSkill(`---\n${text}`)],
  'the log': (text) => redact(text),
  'blocks of an answer': (text) => {
    const split = createBlocks();
    return Array.from({ length: 100 }, (_, index) => split(text.slice(0, (index + 1) * 10_000)).finished.length);
  },
};
