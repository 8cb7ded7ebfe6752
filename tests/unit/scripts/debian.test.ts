import { describe, expect, it } from 'vitest';
import { ensureSystem, missingLibraries } from '../../../scripts/setup/debian.mjs';
import { packagesOf } from '../../../scripts/setup/libraries.mjs';

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const good: Answer = { code: 0, stdout: '', stderr: '' };
const absent: Answer = { code: 127, stdout: '', stderr: '' };
const ldd = `	linux-vdso.so.1 (0x00007ffd)
	libnss3.so => not found
	libnspr4.so => /lib/libnspr4.so (0x00007f)
	libasound.so.2 => not found
	libnss3.so => not found
`;

/** A machine that answers by the program's name; what is asked of it is written down. */
function machine(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  const run = async (command: string, args: readonly string[]) => {
    asked.push([command, ...args].join(' '));
    return answers[command] ?? good;
  };
  return { asked, run };
}

const lock = (_name: string, body: () => Promise<void>) => body();

describe('what the system lacks', () => {
  it('is read from ldd, each library once', () => {
    expect(missingLibraries(ldd)).toEqual(['libnss3.so', 'libasound.so.2']);
  });

  it('is named as packages, under the name that the package lists know', async () => {
    const newer = await packagesOf(['libasound.so.2', 'libnss3.so'], async (name: string) => name !== 'libasound2');
    expect(newer).toEqual({ packages: ['libasound2t64', 'libnss3'], unknown: [] });
    const older = await packagesOf(['libasound.so.2'], async (name: string) => name === 'libasound2');
    expect(older.packages).toEqual(['libasound2']);
    expect((await packagesOf(['libodd.so'], async () => true)).unknown).toEqual(['libodd.so']);
  });

  it('is a program that the tests need', async () => {
    const { run } = machine({ ffmpeg: absent, 'apt-get': absent, 'fc-list': { ...good, stdout: 'Noto Sans CJK SC' } });
    const lacking = (programs: readonly string[]) =>
      ensureSystem('/electron', { display: false, programs, platform: 'linux', run, lock });
    await expect(lacking(['ffmpeg'])).rejects.toThrow('this system lacks: ffmpeg');
    await expect(lacking([])).resolves.toBeUndefined();
  });

  it('is a program under the name of its package', async () => {
    const { run } = machine({
      tesseract: absent,
      'apt-get': absent,
      'fc-list': { ...good, stdout: 'Noto Sans CJK SC' },
    });
    const done = ensureSystem('/electron', { display: false, programs: ['tesseract'], platform: 'linux', run, lock });
    await expect(done).rejects.toThrow('this system lacks: tesseract-ocr');
  });

  it('is nothing on other platforms', async () => {
    const { asked, run } = machine({});
    await ensureSystem('/electron', { display: true, platform: 'darwin', run, lock });
    expect(asked).toEqual([]);
  });

  it('installs nothing on a complete machine', async () => {
    const { asked, run } = machine({ 'fc-list': { ...good, stdout: 'Noto Sans CJK SC' } });
    await ensureSystem('/electron', { display: true, platform: 'linux', run, lock });
    expect(asked.filter((line) => line.includes('apt'))).toEqual([]);
  });

  it('asks for the package manager where there is no apt', async () => {
    const { run } = machine({ 'fc-list': absent, 'apt-get': absent });
    const done = ensureSystem('/electron', { display: false, platform: 'linux', run, lock });
    await expect(done).rejects.toThrow(/fontconfig, fonts-noto-cjk. Install it with your package manager/);
  });
});

describe.skipIf(process.platform === 'win32')('without the rights to install', () => {
  it('stops with the one command to run', async () => {
    const uid = process.getuid;
    process.getuid = () => 1000;
    try {
      const policy = { ...good, stdout: '  Candidate: 1.0\n' };
      const { asked, run } = machine({
        ldd: { ...good, stdout: ldd },
        'fc-list': { ...good, stdout: '' },
        Xvfb: absent,
        sudo: { ...absent, code: 1 },
        'apt-cache': policy,
      });
      const done = ensureSystem('/electron', { display: true, platform: 'linux', run, lock });
      await expect(done).rejects.toThrow('Run: sudo apt-get install -y libnss3 libasound2t64 fonts-noto-cjk xvfb');
      expect(asked.filter((line) => line.includes(' install '))).toEqual([]);
    } finally {
      if (uid) process.getuid = uid;
    }
  });
});
