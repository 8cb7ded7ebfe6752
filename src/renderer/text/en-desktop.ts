/** What happens while nobody looks at the window. */
export const desktop = {
  background: 'Keep running in the background',
  backgroundHint:
    'When the window is closed, running exports, uploads and answers are finished first. Otherwise closing it asks.',
  sound: 'Sound when something is done',
  soundHint: 'A short sound along with a notification.',
};
