/** What is read of a key press; `keyCode` 229 is how an input method's presses come where `isComposing` is already false. */
export type KeyPress = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly keyCode: number;
  readonly isComposing: boolean;
};

/** Whether a key press in the composer sends. An Enter that confirms an input method's word never does. */
export function sends(press: KeyPress): boolean {
  if (press.isComposing || press.keyCode === 229) return false;
  return press.key === 'Enter' && !press.shiftKey && !press.altKey;
}
