import { useEffect } from 'react';
import { clearLoop, markLoop, playAt, seekBy, speeds, togglePlaying, usePlayhead } from '../state/playhead.ts';

/** What a key does to the video. */
type PlayerKey =
  | 'toggle'
  | 'pause'
  | 'faster'
  | 'back'
  | 'frame-back'
  | 'frame-on'
  | 'second-back'
  | 'second-on'
  | 'start'
  | 'end'
  | 'loop-from'
  | 'loop-to'
  | 'loop-clear'
  | 'mute'
  | 'fullscreen';

const keys: Readonly<Record<string, PlayerKey>> = {
  ' ': 'toggle',
  k: 'pause',
  l: 'faster',
  j: 'back',
  ArrowLeft: 'frame-back',
  ArrowRight: 'frame-on',
  'Shift+ArrowLeft': 'second-back',
  'Shift+ArrowRight': 'second-on',
  Home: 'start',
  End: 'end',
  i: 'loop-from',
  o: 'loop-to',
  x: 'loop-clear',
  m: 'mute',
  f: 'fullscreen',
};

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** What a press means to the player; null where it means nothing, or is a shortcut of something else. */
export function playerKey({ key, shiftKey, ctrlKey, metaKey, altKey, isComposing }: Press): PlayerKey | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return keys[shiftKey ? `Shift+${name}` : name] ?? null;
}

const typing = 'input:not([type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
/** Where arrows and letters already mean something. */
const taken =
  '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"], [role="tablist"], [role="radiogroup"], [role="separator"]';

/** Whether the keyboard belongs to what has the focus. A button keeps Space alone. */
function isTaken(target: EventTarget | null, key: PlayerKey): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(typing) !== null || target.closest(taken) !== null) return true;
  return key === 'toggle' && target.closest('button, a[href], summary, [role="button"], [role="option"]') !== null;
}

type PlayerKeyHandlers = { readonly onMute: () => void; readonly onFullscreen: () => void };

/** The player's keys, wherever no text is being typed. */
export function usePlayerKeys({ onMute, onFullscreen }: PlayerKeyHandlers): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = playerKey(event);
      if (event.defaultPrevented || key === null || isTaken(event.target, key)) return;
      if (usePlayhead.getState().player === null) return;
      event.preventDefault();
      if (key === 'mute') onMute();
      else if (key === 'fullscreen') onFullscreen();
      else perform(key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onMute, onFullscreen]);
}

export async function toggleFullscreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
  else await element?.requestFullscreen().catch(() => undefined);
}

/** Does what a key says; also for the buttons that do the same. */
export function perform(key: Exclude<PlayerKey, 'mute' | 'fullscreen'>): void {
  const { player, playing, speed, duration } = usePlayhead.getState();
  switch (key) {
    case 'toggle':
      return togglePlaying();
    case 'pause':
      return player?.pause();
    case 'faster':
      return playAt(!playing || speed < 0 ? 1 : (speeds.find((faster) => faster > speed) ?? speed));
    case 'back':
      return playAt(-1);
    case 'frame-back':
      return player?.step(-1);
    case 'frame-on':
      return player?.step(1);
    case 'second-back':
      return seekBy(-1);
    case 'second-on':
      return seekBy(1);
    case 'start':
      return player?.seek(0);
    case 'end':
      return player?.seek(duration);
    case 'loop-from':
      return markLoop('from');
    case 'loop-to':
      return markLoop('to');
    case 'loop-clear':
      return clearLoop();
  }
}
