import { expect, it } from 'vitest';
import { Units } from '../../src/renderer/ui/units.tsx';
import { show } from './rig.ts';

it.each([
  ['This file has 512 MB. You can send up to 500 MB.', ['512 MB', '500 MB']],
  ['3 credits · 2 min 41 s · No reply', ['2 min', '41 s']],
  ['文件有 512 MB，用时 2 分 41 秒。', ['512 MB', '2 分', '41 秒']],
  ['Rendering · usually 30–90 s', ['30–90 s']],
  ['3 songs, 2 minutes, take 4 Best', []],
])('keeps numbers and their units together, in plain text: %s', (text, kept) => {
  show(<Units text={text} />, 'en', {});
  const container = document.body;
  expect(container.textContent).toBe(text);
  expect([...container.querySelectorAll('span')].map((span) => span.textContent)).toEqual(kept);
});
