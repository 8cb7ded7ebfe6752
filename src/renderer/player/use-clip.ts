import { useEffect, useState, type RefObject } from 'react';
import { still, usePlayhead, within } from '../state/playhead.ts';

export type Clip = {
  readonly phase: 'loading' | 'ready' | 'broken';
  /** Width by height; a clip without a picture stands in a wide frame. */
  readonly ratio: number;
};

const wide = 16 / 9;
const events = [
  'loadedmetadata',
  'loadeddata',
  'play',
  'pause',
  'ended',
  'seeking',
  'seeked',
  'timeupdate',
  'error',
] as const;

/**
 * Watches a video element and keeps the playhead: on the element's own events, and with every frame while it plays. Its state is
 * read, never gathered from events alone: a clip may load, or fail, before anybody can listen.
 */
export function useClip(video: RefObject<HTMLVideoElement | null>): Clip {
  const [clip, setClip] = useState<Clip>({ phase: 'loading', ratio: wide });
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    let request = 0;
    const report = () => {
      const duration = Number.isFinite(element.duration) ? element.duration : 0;
      usePlayhead.setState({ seconds: element.currentTime, duration, playing: isPlaying(element) });
    };
    const follow = () => {
      report();
      if (isPlaying(element)) request = requestAnimationFrame(follow);
    };
    const read = () => {
      setClip((before) => {
        const now = { phase: phaseOf(element), ratio: ratioOf(element) };
        return before.phase === now.phase && before.ratio === now.ratio ? before : now;
      });
      cancelAnimationFrame(request);
      follow();
    };
    const seek = (seconds: number) => {
      element.currentTime = within(seconds, element.duration);
      report();
    };
    const stop = new AbortController();
    for (const name of events) element.addEventListener(name, read, { signal: stop.signal });
    const play = () => void element.play().catch(() => undefined);
    usePlayhead.setState({ ...still, seek, play, pause: () => element.pause() });
    read();
    return () => {
      stop.abort();
      cancelAnimationFrame(request);
      usePlayhead.setState(still);
    };
  }, [video]);
  return clip;
}

function isPlaying(element: HTMLVideoElement): boolean {
  return !element.paused && !element.ended;
}

function phaseOf(element: HTMLVideoElement): Clip['phase'] {
  if (element.error !== null) return 'broken';
  return element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? 'ready' : 'loading';
}

function ratioOf({ videoWidth, videoHeight }: HTMLVideoElement): number {
  return videoWidth > 0 && videoHeight > 0 ? videoWidth / videoHeight : wide;
}
