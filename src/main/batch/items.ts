import { randomUUID } from 'node:crypto';
import type { BatchItem } from '../../shared/domain/batch.ts';
import { messageFor } from '../../shared/domain/template.ts';
import type { BatchItemRecord } from '../storage/stores.ts';
import type { BatchDoubt } from '../../shared/domain/batch.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Notice, Turn } from '../../shared/domain/turn.ts';
import { asksSomething } from '../turns/questions.ts';
import { join } from 'node:path';
import { numberedName, safeFileName } from '../../shared/domain/file-name.ts';
import { fillTemplate, withoutExtension } from '../../shared/domain/template.ts';

/** A file of a batch that begins. `own`: its own instruction; empty for the common one. */
export type OrderedFile = Pick<BatchItem, 'name' | 'bytes' | 'kind'> & { readonly path: string; readonly own: string };

/** An item that has not begun; `n` from 1 on. */
export function newItem(batchId: string, file: OrderedFile, n: number, template: string): BatchItemRecord {
  const { path, own, name, bytes, kind } = file;
  return {
    batchId,
    path,
    targetPath: null,
    item: {
      name,
      bytes,
      kind,
      id: randomUUID(),
      n,
      state: 'waiting',
      message: messageFor(own === '' ? template : own, name, n),
      projectId: null,
      uploadId: null,
      turnId: null,
      exportId: null,
      doubt: null,
      failure: null,
    },
  };
}

/** Whether an item waits for this turn or export now. */
export function isAbout({ state, turnId, exportId }: BatchItem, id: string): boolean {
  return (state === 'asking' && turnId === id) || (state === 'exporting' && exportId === id);
}

/** What a turn that is over means for its item. */
type AnswerOutcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'doubt'; readonly doubt: Exclude<BatchDoubt, 'uncertain'> }
  /** `uncertain`: the message may have been carried out, and charged. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly doubt: 'uncertain' | null }
  | { readonly kind: 'stopped' };

export function outcomeOf(turn: Turn): AnswerOutcome {
  if (turn.state !== 'done') {
    const failure = turn.failure ?? { code: 'agent-failed' };
    return failure.code === 'not-sent'
      ? { kind: 'stopped' }
      : { kind: 'failed', failure, doubt: turn.state === 'unknown' ? 'uncertain' : null };
  }
  if (hasNotice(turn, 'stopped')) return { kind: 'stopped' };
  if (asksSomething(turn.parts)) return { kind: 'doubt', doubt: 'question' };
  return hasNotice(turn, 'unchanged') ? { kind: 'doubt', doubt: 'unchanged' } : { kind: 'answered' };
}

function hasNotice(turn: Turn, code: Notice['code']): boolean {
  return turn.parts.some((part) => part.kind === 'notice' && part.notice.code === code);
}

type TargetParts = {
  readonly folder: string;
  /** With `{project}`, `{name}`, `{n}`, `{date}`. */
  readonly pattern: string;
  readonly project: string;
  /** The file of the item. */
  readonly fileName: string;
  readonly n: number;
  /** Epoch ms. */
  readonly now: number;
  /** Whether there is such a file, or will be. */
  readonly taken: (path: string) => boolean;
};

/** Where the video of an item goes: the pattern, filled in, as a name that no other file has (`name (2).mp4`). */
export function freeTarget({ folder, pattern, project, fileName, n, now, taken }: TargetParts): string {
  const values = { project, name: withoutExtension(fileName), n: String(n), date: dayOf(now) };
  const name = safeFileName(fillTemplate(pattern, values));
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : numberedName(name, copy));
    if (!taken(path)) return path;
  }
}

/** `2026-11-22`, of this computer's calendar. */
function dayOf(now: number): string {
  const date = new Date(now);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
