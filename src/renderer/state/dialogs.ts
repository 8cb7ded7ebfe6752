import { type CommandsDialog, withCommands } from './apply.ts';
import type { Dialog, Popover } from './model.ts';
import { update, useWindow } from './store.ts';

/** Opens a dialog in place of the one that is open. */
export function openDialog(dialog: Dialog): void {
  update((state) => ({ ...state, dialog }));
}

/** Opens the palette or the search over everything, where no other dialog is in the way. */
export function openCommands(dialog: CommandsDialog): void {
  update((state) => withCommands(state, dialog));
}

/** Closes the dialog of this kind; another one, which has taken its place meanwhile, stays. */
export function closeDialog(kind: Dialog['kind']): void {
  update((state) => (state.dialog?.kind === kind ? { ...state, dialog: null } : state));
}

/** The dialog that is open, where it is of this kind. */
export function useDialog<K extends Dialog['kind']>(kind: K): Extract<Dialog, { readonly kind: K }> | null {
  return useWindow(({ dialog }) => (isOfKind(dialog, kind) ? dialog : null));
}

function isOfKind<K extends Dialog['kind']>(
  dialog: Dialog | null,
  kind: K,
): dialog is Extract<Dialog, { readonly kind: K }> {
  return dialog?.kind === kind;
}

/** Opens or closes a list that hangs from its button. */
export function showPopover(popover: Popover, open: boolean): void {
  update((state) => (open ? { ...state, popover } : state.popover === popover ? { ...state, popover: null } : state));
}
