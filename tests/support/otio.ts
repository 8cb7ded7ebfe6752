import { spawnSync } from 'node:child_process';

const checker = process.env['OTIO_CHECK']?.split(' ');

/**
 * Where the reference implementation of OpenTimelineIO sees the children of each track: a line each, with the kind of the track,
 * the schema, the first frame and the frames. Null where OTIO_CHECK names no program (`otio-check.cpp`).
 */
export function otioPlaces(otio: string): string | null {
  if (checker === undefined) return null;
  const [command = '', ...args] = checker;
  const { status, stdout, stderr } = spawnSync(command, args, { input: otio, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The reference implementation refuses the timeline: ${stderr}`);
  return stdout;
}
