import type { DeliveryWarning } from '../../shared/domain/export-job.ts';

/** What comes before an export, how long it takes, where it goes, and what is odd about the file. */
export const exporting = {
  waiting: 'Starts when the answer is there',
  rendering: 'Rendering · usually 30–90 s',
  renderingShare: 'Rendering {{percent}} %',
  left: 'Rendering · about {{time}} left',
  moment: 'Rendering · a moment longer',
  slow: 'Taking longer than usual: {{time}} so far. It goes on.',
  slowUnder: 'Taking longer than usual. It goes on.',
  cancelHint: 'Cancel. The cloud may finish rendering, at no cost; nothing is saved.',
  moveTo: 'Choose another place',
  saveAs: 'Export as…',
  question: 'The agent is still editing',
  questionText: 'It may change the video. Should the export wait for it?',
  wait: "Export when it's finished",
  now: 'Export what is there now',
  cancel: 'Cancel',
  place: 'Save exports',
  ask: 'Ask each time',
  always: 'Always into “{{folder}}”',
  choose: 'Choose folder…',
  change: 'Change…',
  pattern: 'File name',
  patternHint: '{project} is the project, {date} the day, {n} counts its exports. Example: {{example}}',
  patternProblem: {
    empty: 'Write at least one letter, number or word in braces.',
    'unknown-word': 'Only {project}, {date} and {n} can stand in braces.',
    folder: 'A name cannot hold / or \\.',
  },
  patternSample: 'City at night',
};

export const deliveryWarning: Record<DeliveryWarning, string> = {
  unchecked: 'Saved, but it could not be opened here to check it. All of it is there.',
  'no-video': 'It has no picture, though the cut has.',
  'no-audio': 'It has no sound, though the cut has.',
  length: 'It is not as long as the cut.',
  black: 'It seems to show one colour throughout.',
  silent: 'It seems to be silent throughout.',
};
