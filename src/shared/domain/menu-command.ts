/** Keys of the window's commands, in Electron's notation: for the menu, the palette, the window itself, and the list of shortcuts. */
export const accelerators = {
  new: 'CmdOrCtrl+N',
  'open-project': 'CmdOrCtrl+O',
  attach: 'CmdOrCtrl+U',
  export: 'CmdOrCtrl+E',
  interchange: 'CmdOrCtrl+Shift+E',
  settings: 'CmdOrCtrl+,',
  palette: 'CmdOrCtrl+K',
  search: 'CmdOrCtrl+F',
  rename: 'F2',
  projectMedia: 'CmdOrCtrl+Shift+M',
  shortcuts: 'CmdOrCtrl+/',
  'zoom-in': 'CmdOrCtrl+Plus',
  'zoom-out': 'CmdOrCtrl+-',
  'zoom-reset': 'CmdOrCtrl+0',
} as const;

/** The player's own keys, which work wherever no text is typed. A menu names them, and leaves them to the player. */
export const playerAccelerators = {
  play: 'Space',
  'frame-back': 'Left',
  'frame-on': 'Right',
  'second-back': 'Shift+Left',
  'second-on': 'Shift+Right',
  'to-start': 'Home',
  'to-end': 'End',
} as const;

export type KeyedCommand = keyof typeof accelerators;
export type PlaybackCommand = keyof typeof playerAccelerators;

/** What the menu asks the window to do. */
export type MenuCommand =
  | Exclude<KeyedCommand, 'zoom-in' | 'zoom-out' | 'zoom-reset'>
  | PlaybackCommand
  | 'faults'
  | 'undo'
  | 'about'
  | 'updates'
  | 'whats-new'
  | 'diagnostics'
  | 'report';

/** How a key is written on this system: `⇧⌘E`, `Ctrl Shift E`. */
export function keyLabel(accelerator: string, mac: boolean): string {
  const parts = accelerator.split('+').map((part) => (mac ? macNames : names).get(part) ?? part);
  if (!mac) return parts.join(' ');
  // macOS writes Shift before Command.
  return parts.toSorted((a, b) => rank(a) - rank(b)).join('');
}

const arrows = [
  ['Left', '←'],
  ['Right', '→'],
  ['Plus', '+'],
] as const;
const names = new Map<string, string>([['CmdOrCtrl', 'Ctrl'], ...arrows]);
const macNames = new Map<string, string>([['CmdOrCtrl', '⌘'], ['Shift', '⇧'], ...arrows]);

function rank(part: string): number {
  return part === '⇧' ? 0 : part === '⌘' ? 1 : 2;
}
