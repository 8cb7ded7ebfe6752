import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../../src/main/media/inspect.ts';

const samples = join(import.meta.dirname, '../../../resources/samples');
let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes blank '));
});
afterAll(() => rm(dir, { recursive: true }));

function canEncode(): boolean {
  try {
    return execFileSync('ffmpeg', ['-v', 'error', '-encoders'], { encoding: 'utf8' }).includes('libx264');
  } catch {
    return false;
  }
}

function made(name: string, picture: string, sound: string): string {
  const path = join(dir, name);
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound];
  execFileSync('ffmpeg', ['-v', 'error', ...inputs, '-t', '3', '-c:v', 'libx264', '-g', '60', '-c:a', 'aac', path]);
  return path;
}

describe('a file that shows or lets hear nothing', () => {
  it.skipIf(!canEncode()).each([
    ['black and silent', 'color=black:s=640x360:r=30', 'anullsrc=r=44100:cl=stereo', true, true],
    ['black, larger, with a tone', 'color=black:s=1280x720:r=30', 'sine=f=440:r=44100', true, false],
    ['a moving picture and silent', 'testsrc2=s=640x360:r=30', 'anullsrc=r=44100:cl=stereo', false, true],
    ['a still picture with a tone', 'smptebars=s=1280x720:r=30', 'sine=f=440:r=44100', false, false],
  ])(
    'is found out when it is %s',
    (name, picture, sound, black, silent) => {
      const path = made(`${name}.mp4`, picture, sound);
      return expect(inspect(path)).resolves.toMatchObject({ kind: 'plays', blank: { black, silent } });
    },
    30_000,
  );

  it('is none of our samples', async () => {
    for (const name of ['city.mp4', 'ocean.mp4', 'sunset.mp4'])
      expect(await inspect(join(samples, name))).toMatchObject({ blank: { black: false, silent: false } });
  });
});
