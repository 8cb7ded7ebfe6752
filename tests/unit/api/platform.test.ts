import { describe, expect, it } from 'vitest';
import { detectPlatform } from '../../../src/main/api/platform.ts';

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
