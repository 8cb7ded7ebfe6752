import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../../src/main/app/app.ts';
import { duplicate, holdTake, takeOf, withOwnFiles } from '../../../../src/main/app/take.ts';
import type { HeldFile } from '../../../../src/main/uploads/uploads.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';

const file = (path: string): HeldFile => ({ path, source: 'file', name: 'a.mp4', bytes: 4, kind: 'video', note: '' });
const turn = (prompt: string, change: Partial<Turn> = {}) =>
  ({ prompt, route: 'agent', state: 'done', attachments: [], parts: [{ kind: 'changes' }], ...change }) as Turn;

function rehearsed(turns: readonly Turn[]) {
  return {
    projects: { get: () => ({ name: 'Boats' }) },
    turns: { page: () => ({ turns, hasEarlier: false }) },
    uploads: { filesOf: ({ attachments }: Turn) => attachments.map((path) => file(path)) },
  } as unknown as App;
}

it('takes the messages that made something, in their order and with their files', () => {
  const turns = [
    turn('a boat', { parts: [{ kind: 'raw-clip', name: 'boat' }] }),
    turn('what can you do?', { parts: [{ kind: 'text', text: 'A lot.' }] }),
    turn('export', { route: 'export' }),
    turn('never arrived', { state: 'failed' }),
    turn('put my clip in', { attachments: ['/a.mp4'], parts: [] }),
    turn('calm music'),
  ];
  expect(takeOf(rehearsed(turns), 'p')).toEqual({
    name: 'Boats',
    messages: [
      { text: 'a boat', files: [] },
      { text: 'put my clip in', files: [file('/a.mp4')] },
      { text: 'calm music', files: [] },
    ],
  });
  expect(takeOf(rehearsed(turns.slice(1, 4)), 'p')).toBeNull();
});

it('copies what the rehearsal keeps, and leaves all else where it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rushes take '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'pasted.png'), 'png');
  const files = [file(join(folder, 'pasted.png')), file(join(folder, 'gone.png')), file('/elsewhere/a.mp4')];
  const take = await withOwnFiles({ name: '', messages: [{ text: 'a', files }] }, folder, join(folder, 'real'));
  const [copy, gone, other] = take.messages[0]?.files ?? [];
  expect(readFileSync(copy?.path ?? '', 'utf8')).toBe('png');
  expect(readdirSync(join(folder, 'real'))).toHaveLength(1);
  expect([gone?.path, other?.path]).toEqual([join(folder, 'gone.png'), '/elsewhere/a.mp4']);
});

it('holds each message with its files for the user', () => {
  const sent: unknown[] = [];
  const held: unknown[] = [];
  const app = {
    projects: { create: (given: { readonly id: string }) => given },
    uploads: {
      hold: (at: { readonly id: string }, files: readonly HeldFile[]) => {
        held.push({ at, files });
        return files.map(({ name }) => name);
      },
    },
    turns: { send: (message: unknown) => void sent.push(message) },
  } as unknown as App;
  const projectId = holdTake(app, { name: 'Boats', messages: [{ text: 'put it in', files: [file('/a.mp4')] }] });
  expect(sent).toEqual([
    expect.objectContaining({ projectId, text: 'put it in', uploadIds: ['a.mp4'], forReview: true, toAgent: true }),
  ]);
  expect(held).toMatchObject([{ at: { projectId, id: (sent[0] as { readonly turnId: string }).turnId } }]);
});

it('leaves out what was taken back, and the words that asked for it', () => {
  const versions = new Map([
    ['boat', 1],
    ['red', 2],
    ['trim', 3],
    ['calm', 5],
  ]);
  const back = 'Undo: put this video back to how it was in version 2. Use the clips that are here:\n- Play clip 1';
  const turns = [
    turn('a boat', { id: 'boat' }),
    turn('red title', { id: 'red' }),
    turn('trim', { id: 'trim' }),
    turn(back, { id: 'back' }),
    turn('calm music', { id: 'calm' }),
  ];
  const drafts = { restore: { firstVersion: (_projectId: string, id: string) => versions.get(id) ?? null } };
  const app = { ...rehearsed(turns), drafts } as unknown as App;
  expect(takeOf(app, 'p')?.messages.map(({ text }) => text)).toEqual(['a boat', 'red title', 'calm music']);
});

it('duplicates a project: its messages wait, and what was typed and not sent is there, too', () => {
  const sent: unknown[] = [];
  const unsent: string[] = [];
  const rig = rehearsed([turn('a boat')]);
  const app = {
    ...rig,
    projects: {
      ...rig.projects,
      create: (given: { readonly id: string }) => given,
      unsent: () => 'more waves',
      setUnsent: (_id: string, text: string) => unsent.push(text),
    },
    uploads: { ...rig.uploads, hold: () => [] },
    turns: { ...rig.turns, send: (message: unknown) => void sent.push(message) },
  } as unknown as App;
  const copyId = duplicate(app, 'p', 'Boats (copy)');
  expect(sent).toEqual([expect.objectContaining({ projectId: copyId, text: 'a boat', forReview: true })]);
  expect(unsent).toEqual(['more waves']);
});
