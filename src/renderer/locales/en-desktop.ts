/** What happens while nobody looks at the window. */
export const desktop = {
  background: 'Keep running in the background',
  backgroundHint:
    'When the window is closed, running exports, uploads and answers are finished first. Otherwise closing it asks.',
  sound: 'Sound when something is done',
  soundHint: 'A short sound along with a notification.',
};

/** What became of the work of the last time. */
export const startupReport = {
  title: 'While you were away…',
  show: 'Show',
  showOne: 'Show: {{name}}',
  saved: 'Saved',
  'export-failed': 'Not exported',
  answered: 'Answered',
  'answer-failed': 'No reply',
  'answer-unknown': 'Unconfirmed',
  'not-sent': 'Not sent yet',
  'not-uploaded': 'Not uploaded',
};
