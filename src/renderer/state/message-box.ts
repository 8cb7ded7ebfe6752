import { withFolded } from '../../shared/domain/layout.ts';
import { update, useWindow } from './store.ts';

/**
 * Replaces what stands in the message as typing would, so that Undo takes it back: a text that is set beside the box's own history
 * would mix with it. False where the caret is not in it.
 */
export function typeIntoMessage(text: string): boolean {
  const box = document.getElementById('message');
  if (!(box instanceof HTMLTextAreaElement) || document.activeElement !== box) return false;
  box.select();
  return document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}

/** Puts the caret into the message, and shows the conversation for it where that is folded away. Answers with the box. */
export function focusMessage(): HTMLTextAreaElement | null {
  const box = document.getElementById('message');
  if (!(box instanceof HTMLTextAreaElement)) return null;
  if (useWindow.getState().preferences.layout.folded.chat === true) {
    update((state) => {
      const layout = withFolded(state.preferences.layout, 'chat', false);
      return { ...state, preferences: { ...state.preferences, layout } };
    });
    // What is folded away takes no focus until it is drawn.
    requestAnimationFrame(() => box.focus());
  } else box.focus();
  return box;
}

/** Where nothing has the focus, the message takes it. */
export function focusMessageFromNowhere(): void {
  if (document.activeElement === document.body) document.getElementById('message')?.focus();
}
