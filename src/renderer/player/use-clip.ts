import { useEffect, useState, type RefObject } from 'react';
import { loopBack, type Playable, still, usePlayhead, within } from '../state/playhead.ts';

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
      const back = loopBack(usePlayhead.getState());
      if (back !== null) element.currentTime = back;
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
    usePlayhead.setState({ ...still, player: playableOf(element, seek) });
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

/** A file does not tell its frames: one is taken for a thirtieth of a second. */
const frameSeconds = 1 / 30;

function playableOf(element: HTMLVideoElement, seek: (seconds: number) => void): Playable {
  return {
    seek,
    play: () => void element.play().catch(() => undefined),
    pause: () => element.pause(),
    step: (frames) => {
      element.pause();
      seek(element.currentTime + frames * frameSeconds);
    },
    // The element cannot play backwards.
    setSpeed: (speed) => {
      element.playbackRate = Math.abs(speed);
    },
    setVolume: (volume) => {
      element.volume = volume;
    },
    snapshot: () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [element.videoWidth, element.videoHeight];
      canvas.getContext('2d')?.drawImage(element, 0, 0);
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    },
  };
}
