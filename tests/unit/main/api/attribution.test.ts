import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectPlatform, parseSkill, readSkill } from '../../../../src/main/api/attribution.ts';

const shipped = join(import.meta.dirname, '../../../../resources/skill/SKILL.md');

describe('the shipped skill', () => {
  it('is the one the cloud knows, with a version of three numbers', async () => {
    const skill = await readSkill(shipped);
    expect(skill).toMatchObject({ ok: true, value: { name: 'qwen-video-generation' } });
    expect(skill.ok && skill.value.version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('parseSkill', () => {
  it('reads front matter and keeps a version as it is written', () => {
    expect(parseSkill('---\nname: a\nversion: 1.10\n---\n# Text')).toEqual({
      ok: true,
      value: { name: 'a', version: '1.10' },
    });
  });

  it('reads CR LF and a byte order mark', () => {
    expect(parseSkill('\uFEFF---\r\nname: a\r\nversion: "2"\r\n---\r\n')).toMatchObject({ ok: true });
  });

  it.each([
    ['# no front matter', 'no-front-matter'],
    ['---\nname: a\nversion: 1', 'no-front-matter'],
    ['---\nname: a\n---\n', 'bad-front-matter'],
    ['---\nname: [a\nversion: 1\n---\n', 'bad-front-matter'],
    ['---\nname: two words\nversion: 1\n---\n', 'bad-front-matter'],
    ['---\nname: "a\\nb"\nversion: 1\n---\n', 'bad-front-matter'],
  ])('refuses %j', (text, error) => {
    expect(parseSkill(text)).toEqual({ ok: false, error });
  });

  it('says that a missing file is unreadable', async () => {
    expect(await readSkill(`${shipped}.missing`)).toEqual({ ok: false, error: 'unreadable' });
  });
});

describe('detectPlatform', () => {
  it.each([
    ['/home/mia/.clawhub/rushes/SKILL.md', '/home/mia', 'clawhub'],
    ['/home/mia/.cursor/skills/rushes/SKILL.md', '/home/mia/', 'cursor'],
    ['C:\\Users\\mia\\.clawhub\\rushes\\SKILL.md', 'C:\\Users\\mia', 'clawhub'],
    ['C:\\Users\\mia\\.cursor\\skills\\rushes', 'C:\\Users\\mia', 'cursor'],
    ['/home/mia/.cursor/other/SKILL.md', '/home/mia', 'unknown'],
    ['/home/mia/.clawhub-old/SKILL.md', '/home/mia', 'unknown'],
    ['/home/leo/.clawhub/SKILL.md', '/home/mia', 'unknown'],
    ['/opt/rushes/SKILL.md', '/home/mia', 'unknown'],
  ])('%s of %s is %s', (installPath, homeDir, platform) => {
    expect(detectPlatform({ skillSource: null, installPath, homeDir })).toBe(platform);
  });

  it('lets SKILL_SOURCE decide', () => {
    const options = { skillSource: 'mine', installPath: '/home/mia/.clawhub/SKILL.md', homeDir: '/home/mia' };
    expect(detectPlatform(options)).toBe('mine');
  });
});
