import { accelerators, type KeyedCommand, type MenuCommand } from '../../shared/domain/menu-command.ts';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** Main zooms itself, also where the page does not answer. */
type OfWindow = Exclude<KeyedCommand, 'zoom-in' | 'zoom-out' | 'zoom-reset'>;

const commands = new Map<string, OfWindow>(
  Object.entries(accelerators).flatMap(([command, accelerator]) =>
    command.startsWith('zoom-') ? [] : [[accelerator.toLowerCase(), command as OfWindow] as const],
  ),
);

/** The command that a press of keys stands for; null for none. */
export function commandOfKey({ key, shiftKey, ctrlKey, metaKey, altKey, isComposing }: Press): MenuCommand | null {
  if (altKey || isComposing) return null;
  const isLetter = /^\p{L}$/u.test(key);
  // A sign may need Shift, which then says nothing.
  const shift = shiftKey && (isLetter || key.length > 1);
  const name = [...(ctrlKey || metaKey ? ['cmdorctrl'] : []), ...(shift ? ['shift'] : []), key.toLowerCase()];
  return commands.get(name.join('+')) ?? null;
}
