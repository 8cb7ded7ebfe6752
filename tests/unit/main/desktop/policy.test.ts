import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  checkSavedFile,
  createDialogTurn,
  isPermitted,
  isSavedFile,
  judgeLink,
} from '../../../../src/main/desktop/policy.ts';
import { appOrigin } from '../../../../src/shared/media-url.ts';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { done, err } from '../../../../src/shared/result.ts';

const origins = new Set([appOrigin]);

describe('isPermitted', () => {
  it.each(['clipboard-sanitized-write', 'fullscreen'])('lets our own page have %s', (permission) => {
    expect(isPermitted(permission, 'rushes://app/index.html', origins)).toBe(true);
    expect(isPermitted(permission, 'rushes://app', origins)).toBe(true);
  });

  it.each([
    'media',
    'clipboard-read',
    'geolocation',
    'notifications',
    'openExternal',
    'unknown',
    'hid',
    'fileSystem',
    'deprecated-sync-clipboard-read',
    'local-network-access',
  ])('lets nobody have %s', (permission) => {
    expect(isPermitted(permission, 'rushes://app/index.html', origins)).toBe(false);
  });

  it.each(['https://app', 'rushes://media/x', 'rushes://app.evil', 'file:///rushes://app', 'about:blank', 'null', ''])(
    'lets %j have nothing',
    (address) => {
      expect(isPermitted('fullscreen', address, origins)).toBe(false);
    },
  );
});

const web = 'https://nemovideo.com';

describe('judgeLink', () => {
  it.each([
    'https://nemovideo.com/',
    'https://nemovideo.com/workspace/claim?ct=x',
    'https://www.NemoVideo.com/?bind=1',
  ])('takes %s for our own', (address) => expect(judgeLink(address, web)).toBe('own'));

  it.each([
    'https://example.org/page',
    'https://nemovideo.com.example.org/',
    'https://evilnemovideo.com/',
    'https://nemovideo.com:8443/',
    'https://www.nemovideo.com:8443/',
    'https://nemovideo.com.',
  ])('takes %s for foreign', (address) => expect(judgeLink(address, web)).toBe('foreign'));

  it.each([
    'http://nemovideo.com/',
    'http://127.0.0.1:8080/',
    'https://nemovideo.com@example.org/',
    'https://user:secret@nemovideo.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'rushes://app/',
    'ms-msdt:/id',
    '\\\\host\\share',
    'nemovideo.com',
    '',
  ])('refuses %j', (address) => expect(judgeLink(address, web)).toBe('refused'));

  it('knows a web site on this computer, and only that one', () => {
    expect(judgeLink('http://127.0.0.1:9000/?bind=1', 'http://127.0.0.1:9000')).toBe('own');
    expect(judgeLink('http://127.0.0.1:9001/', 'http://127.0.0.1:9000')).toBe('refused');
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-saved-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, 'x');
  return path;
};

describe('checkSavedFile', () => {
  it('lets a video through that is there', () => {
    expect(checkSavedFile(put('海 sea.mp4'))).toEqual(done);
    expect(checkSavedFile(put('SEA.MP4'))).toEqual(done);
    expect(checkSavedFile(put('sea.webm'))).toEqual(done);
  });

  it('says when it is gone, or is no file', () => {
    expect(checkSavedFile(join(folder, 'gone.mp4'))).toEqual(err({ code: 'file-gone' }));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'loose.mp4'));
    expect(checkSavedFile(join(folder, 'loose.mp4'))).toEqual(err({ code: 'file-gone' }));
    symlinkSync(folder, join(folder, 'folder.mp4'));
    expect(checkSavedFile(join(folder, 'folder.mp4'))).toEqual(err({ code: 'file-gone' }));
  });

  it('lets nothing else out, though it is there', () => {
    for (const name of ['run.sh', 'sea.mp4.desktop', 'sea.exe', 'mp4', 'sea.'])
      expect(checkSavedFile(put(name))).toEqual(err({ code: 'not-found' }));
    expect(checkSavedFile(relative(process.cwd(), put('sea.mp4')))).toEqual(err({ code: 'not-found' }));
  });

  it('says the same of many, without standing still for the disk', async () => {
    expect(await isSavedFile(put('海 sea.mp4'))).toBe(true);
    for (const path of [join(folder, 'none.mp4'), put('sea.exe'), relative(process.cwd(), put('sea.mp4'))])
      expect(await isSavedFile(path), path).toBe(false);
    symlinkSync(folder, join(folder, 'another folder.mp4'));
    expect(await isSavedFile(join(folder, 'another folder.mp4'))).toBe(false);
  });
});

describe('createDialogTurn', () => {
  /** A dialog that is open until `close` is called; `shown` counts how often it was. */
  const dialog = (answer: string) => {
    let close = (): void => undefined;
    const open = new Promise<string>((resolve) => (close = () => resolve(answer)));
    const shown: string[] = [];
    const show = () => {
      shown.push(answer);
      return open;
    };
    return { show, shown, close: () => close() };
  };

  it('closes what the page asks for while another dialog is open', async () => {
    const turn = createDialogTurn();
    const [first, second, third] = [dialog('first'), dialog('second'), dialog('third')];
    const answer = turn.forPage(first.show, 'closed');
    expect(await turn.forPage(second.show, 'closed')).toBe('closed');
    first.close();
    expect(await answer).toBe('first');
    third.close();
    expect(await turn.forPage(third.show, 'closed')).toBe('third');
    expect([first.shown.length, second.shown.length, third.shown.length]).toEqual([1, 0, 1]);
  });

  it('lets what main asks wait until the other is closed, whatever became of it', async () => {
    const turn = createDialogTurn();
    const question = dialog('question');
    let fail = (_error: Error): void => undefined;
    const failed = new Promise<string>((_resolve, reject) => (fail = reject));
    const first = turn.forPage(() => failed, 'closed');
    const second = turn.inTurn(question.show);
    expect(await turn.forPage(dialog('never').show, 'closed')).toBe('closed');
    expect(question.shown).toEqual([]);
    fail(new Error('no screen'));
    await expect(first).rejects.toThrow('no screen');
    question.close();
    expect(await second).toBe('question');
    const later = dialog('later');
    later.close();
    expect(await turn.forPage(later.show, 'closed')).toBe('later');
  });
});
