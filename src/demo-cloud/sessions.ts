import { randomUUID } from 'node:crypto';
import type { Remembered } from './agent/edit-request.ts';
import type { Step } from './agent/script.ts';
import { type Clip, emptyCut, type Cut, segmentsOf } from './draft/cut.ts';
import { type Edit, applyEdits } from './draft/edits.ts';
import { dialects, writeDraft } from './draft/wire.ts';
import type { Dialect } from './draft/wire.ts';
import { createRandom, mixSeed } from '../shared/random.ts';
import type { StoredUpload } from './uploads.ts';

/** `turn`: counts from 1. */
interface Past {
  readonly turn: number;
  readonly cut: Cut;
}

export interface KnownFile {
  readonly kind: 'video' | 'audio';
  readonly clip: Clip;
}

export interface Session {
  readonly id: string;
  readonly taskId: string;
  readonly accountId: string;
  readonly language: string;
  /** Counts the sessions of this demo cloud from 1, and seeds how each of them behaves. */
  readonly index: number;
  readonly dialect: Dialect;
  readonly cut: Cut;
  /** The cuts before the last turns that edited, the newest last: what undoing goes back to. */
  readonly past: readonly Past[];
  /** The cuts that were taken back since the last edit, the newest last; what an older version has remembered has none. */
  readonly undone?: readonly Cut[];
  /** What ever was in the cut, the newest last; what an older version has remembered has none. */
  readonly known?: readonly KnownFile[];
  /** What an older version has remembered has none. */
  readonly asked?: Remembered | null;
  readonly revision: number;
  /** Turns begun so far, and how many of them still run. */
  readonly turns: number;
  readonly running: number;
  /** What the last turn has still to do, and what it reserved: it goes on with that at the next start. */
  readonly unfinished: readonly Step[];
  readonly uploads: readonly StoredUpload[];
}

export interface Sessions {
  readonly open: (accountId: string, language: string) => Session;
  readonly get: (id: string) => Session | undefined;
  readonly all: () => readonly Session[];
  readonly update: (id: string, change: Partial<Session>) => void;
  readonly edit: (id: string, edits: readonly Edit[]) => void;
  /** Forgets one, as the cloud does: its id then answers 1002 or 404. */
  readonly forget: (id: string) => void;
}

/** `found`: those that were there before; `changed` is called after each change. */
export function createSessions(
  seed: number,
  found: readonly Session[] = [],
  changed: () => void = () => undefined,
): Sessions {
  const sessions = new Map(found.map((session) => [session.id, session]));
  let opened = Math.max(-1, ...found.map(({ index }) => index)) + 1;
  const update: Sessions['update'] = (id, change) => {
    const session = sessions.get(id);
    if (session === undefined) return;
    sessions.set(id, { ...session, ...change });
    changed();
  };
  return {
    open: (accountId, language) => {
      const index = opened;
      opened += 1;
      const session: Session = {
        id: randomUUID(),
        taskId: randomUUID(),
        accountId,
        language,
        index,
        dialect: createRandom(mixSeed(seed, index)).pick(dialects),
        cut: emptyCut,
        past: [],
        revision: 0,
        turns: 0,
        running: 0,
        unfinished: [],
        uploads: [],
      };
      sessions.set(session.id, session);
      changed();
      return session;
    },
    get: (id) => sessions.get(id),
    all: () => [...sessions.values()],
    update,
    edit: (id, edits) => {
      const session = sessions.get(id);
      if (session === undefined || edits.length === 0) return;
      const revision = session.revision + 1;
      const cut = applyEdits(session.cut, edits);
      update(id, { cut, known: knownAfter(session.known ?? [], cut), ...historyAfter(session, edits), revision });
    },
    forget: (id) => {
      if (sessions.delete(id)) changed();
    },
  };
}

const mostKnown = 200;

/** Each file once for each name that it has had. */
function knownAfter(known: readonly KnownFile[], cut: Cut): readonly KnownFile[] {
  const isNew = ({ kind, clip }: KnownFile): boolean =>
    !known.some((one) => one.kind === kind && one.clip.url === clip.url && one.clip.name === clip.name);
  const there = (['video', 'audio'] as const).flatMap((kind) =>
    segmentsOf(cut, kind).flatMap(({ name, url, durationMs, prompt }): readonly KnownFile[] =>
      url === null ? [] : [{ kind, clip: { name, url, durationMs, ...(prompt === null ? {} : { prompt }) } }],
    ),
  );
  const added = there.filter(isNew);
  return added.length === 0 ? known : [...known, ...added].slice(-mostKnown);
}

const mostPast = 20;

/** Whoever goes back can come forward again, until he edits something. */
function historyAfter(
  { past, cut, turns, undone = [] }: Session,
  edits: readonly Edit[],
): Required<Pick<Session, 'past' | 'undone'>> {
  const steps = edits.find((edit) => edit.kind === 'restore')?.steps ?? 0;
  if (steps > 0) {
    const left = past.slice(-steps).slice(1);
    return { past: past.slice(0, -steps), undone: [...undone, cut, ...left.toReversed().map((one) => one.cut)] };
  }
  if (steps < 0) {
    const left = [cut, ...undone.slice(steps).slice(1).toReversed()];
    return {
      past: [...past, ...left.map((one) => ({ turn: turns, cut: one }))].slice(-mostPast),
      undone: undone.slice(0, steps),
    };
  }
  return {
    past: past.at(-1)?.turn === turns ? past : [...past, { turn: turns, cut }].slice(-mostPast),
    undone: [],
  };
}

/** The session's draft as `state/latest` gives it. */
export function draftOf(session: Session): Readonly<Record<string, unknown>> {
  return writeDraft(session.cut, session.dialect, session.revision);
}
