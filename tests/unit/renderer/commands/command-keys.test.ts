import { describe, expect, it } from 'vitest';
import { commandOfKey } from '../../../../src/renderer/commands/command-keys.ts';
import { keyLabel } from '../../../../src/shared/domain/menu-command.ts';

const press = { shiftKey: false, ctrlKey: true, metaKey: false, altKey: false, isComposing: false };

describe('commandOfKey', () => {
  it.each([
    ['Ctrl+N', { ...press, key: 'n' }, 'new'],
    ['Ctrl+N with caps lock', { ...press, key: 'N' }, 'new'],
    ['Cmd+K', { ...press, ctrlKey: false, metaKey: true, key: 'k' }, 'palette'],
    ['Ctrl+E', { ...press, key: 'e' }, 'export'],
    ['Ctrl+Shift+E', { ...press, shiftKey: true, key: 'E' }, 'interchange'],
    ['F2', { ...press, ctrlKey: false, key: 'F2' }, 'rename'],
    ['Shift+F2', { ...press, ctrlKey: false, shiftKey: true, key: 'F2' }, null],
    ['Ctrl+/ where the slash needs Shift', { ...press, shiftKey: true, key: '/' }, 'shortcuts'],
    ['Ctrl+,', { ...press, key: ',' }, 'settings'],
    ['Ctrl+Shift+N', { ...press, shiftKey: true, key: 'N' }, null],
    ['AltGr and E', { ...press, altKey: true, key: 'e' }, null],
    ['a letter that is typed', { ...press, ctrlKey: false, key: 'n' }, null],
    ['a key of an input method', { ...press, isComposing: true, key: 'n' }, null],
    ['the keys that zoom, which main has', { ...press, key: '-' }, null],
  ] as const)('%s', (_, pressed, command) => expect(commandOfKey(pressed)).toBe(command));
});

describe('keyLabel', () => {
  it.each([
    ['CmdOrCtrl+Shift+E', 'Ctrl Shift E', '⇧⌘E'],
    ['CmdOrCtrl+,', 'Ctrl ,', '⌘,'],
    ['CmdOrCtrl+Plus', 'Ctrl +', '⌘+'],
    ['F2', 'F2', 'F2'],
    ['Shift+Left', 'Shift ←', '⇧←'],
  ])('%s', (accelerator, elsewhere, mac) => {
    expect([keyLabel(accelerator, false), keyLabel(accelerator, true)]).toEqual([elsewhere, mac]);
  });
});
