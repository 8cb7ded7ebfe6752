import { expect } from '@playwright/test';
import type { FaultSpec } from '../../src/demo-cloud/faults.ts';
import type { DemoControl } from '../../src/demo-cloud/demo-cloud.ts';
import { digestOf, makeClip } from '../support/long-clips.ts';
import { dropFiles, partsOf } from '../support/desktop.ts';
import { sharedTest as test } from '../support/shared-app.ts';

/** What the demo cloud has of the project's files, in the order in which they came. */
function arrived(control: DemoControl): readonly string[] {
  return control.calls('upload').flatMap(({ uploads }) => uploads.map(({ sha256 }) => sha256));
}

/** What else breaks an upload, and what other refusals say, is for the contract's tests; how it looks, for files and refusals. */
const troubles: readonly (readonly [name: string, fault: FaultSpec, says: string, kept: number])[] = [
  [
    'a reset at 100 %',
    { on: 'upload', kind: 'upload-reset', at: 1 },
    'The connection broke before the answer was complete.',
    1,
  ],
  [
    '413 in the middle',
    { on: 'upload', kind: 'upload-answer', at: 0.5, code: 4002, status: 413 },
    'The Rushes service says this file is too large.',
    0,
  ],
];

for (const [name, fault, says, kept] of troubles) {
  test(`${name} is told, and the file goes again only when the user says so`, async ({ place, window }) => {
    const { control } = place.demoCloud;
    const { attachments } = partsOf(window);
    const path = await makeClip(place.folder, 'clip.mp4', 12);
    control.fault(fault);
    await dropFiles(window, [path]);
    await expect(attachments).toContainText(says);
    expect(control.calls('upload')).toHaveLength(1);
    expect(arrived(control)).toHaveLength(kept);

    await window.getByRole('button', { name: 'Try clip.mp4 again' }).click();
    await control.until(() => arrived(control).length === kept + 1);
    await expect(attachments).not.toContainText('Try again');
    expect(control.calls('upload')).toHaveLength(2);
    expect(arrived(control).at(-1)).toBe(await digestOf(path));
  });
}

test('a token that expires in the middle is renewed once, and the file goes once more', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { attachments } = partsOf(window);
  const path = await makeClip(place.folder, 'clip.mp4', 12);
  control.fault({ on: 'upload', kind: 'upload-answer', at: 0.5, code: 1001 });
  await dropFiles(window, [path]);
  await control.until(() => arrived(control).length === 1);
  await expect(attachments.getByRole('button', { name: 'Try clip.mp4 again' })).toHaveCount(0);
  const tokens = control.calls('upload').map(({ headers }) => headers['authorization']);
  expect(new Set(tokens).size).toBe(2);
  expect(tokens).toHaveLength(2);
  expect(control.calls('anonymous-token')).toHaveLength(1);
  expect(arrived(control)).toEqual([await digestOf(path)]);
});
