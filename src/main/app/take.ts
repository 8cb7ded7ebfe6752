import { randomUUID } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { withoutNotes } from '../../shared/domain/file-notes.ts';
import { restoredVersion } from '../../shared/domain/restore.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { HeldFile } from '../uploads/uploads.ts';
import type { App } from './app.ts';

/** What made a rehearsed project what it is: its messages in their order, with their files. */
export type Take = {
  readonly name: string;
  readonly messages: readonly { readonly text: string; readonly files: readonly HeldFile[] }[];
};

/** More messages than this make no queue that anybody reviews. */
const mostMessages = 200;

/** Null where nothing was made there. Messages that changed nothing, questions among them, are left out, and what was taken back. */
export function takeOf(app: Pick<App, 'projects' | 'turns' | 'uploads' | 'drafts'>, projectId: string): Take | null {
  const project = app.projects.get(projectId);
  const made = project ? app.turns.page(projectId, { limit: mostMessages }).turns.filter(madeSomething) : [];
  const turns = withoutTakenBack(made, (turnId) => app.drafts.restore.firstVersion(projectId, turnId));
  if (!project || turns.length === 0) return null;
  const messages = turns.map((turn) => ({
    text: withoutNotes(turn.prompt, turn.attachments),
    files: app.uploads.filesOf(turn),
  }));
  return { name: project.name, messages };
}

/** A new session knows no versions: what was asked back is what had led there. */
function withoutTakenBack(turns: readonly Turn[], firstVersion: (turnId: string) => number | null): readonly Turn[] {
  return turns.reduce<readonly Turn[]>((kept, turn) => {
    const version = restoredVersion(turn.prompt);
    return version === null ? [...kept, turn] : kept.filter(({ id }) => (firstVersion(id) ?? 0) <= version);
  }, []);
}

/** The project once more, for a new session: its messages and files wait there until the user lets them go. Gives the new id. */
export function duplicate(app: App, projectId: string, name: string): string | null {
  if (app.projects.get(projectId) === null) return null;
  const { messages } = takeOf(app, projectId) ?? { messages: [] };
  const copyId = holdTake(app, { name, messages });
  app.projects.setUnsent(copyId, app.projects.unsent(projectId));
  return copyId;
}

function madeSomething({ route, state, parts, attachments }: Turn): boolean {
  const changed = parts.some(({ kind }) => kind === 'changes' || kind === 'raw-clip');
  return route === 'agent' && state === 'done' && (changed || attachments.length > 0);
}

/** The take with its files out of this folder copied into another one: what the rehearsal keeps may be deleted. */
export async function withOwnFiles(take: Take, from: string, to: string): Promise<Take> {
  const kept = async (file: HeldFile): Promise<HeldFile> => {
    const inside = relative(from, file.path);
    if (file.source === 'link' || inside.startsWith('..') || inside === file.path) return file;
    const path = join(to, `${randomUUID()}${extname(file.path)}`);
    await mkdir(to, { recursive: true });
    // A file that is gone fails when its message is to go, and says so.
    return copyFile(file.path, path).then(
      () => ({ ...file, path }),
      () => file,
    );
  };
  const messages = take.messages.map(async ({ text, files }) => ({ text, files: await Promise.all(files.map(kept)) }));
  return { ...take, messages: await Promise.all(messages) };
}

/** Makes a project of the take, whose messages wait for the user: nothing is sent, files neither. Gives the project's id. */
export function holdTake(
  { projects, turns, uploads }: Pick<App, 'projects' | 'turns' | 'uploads'>,
  take: Take,
): string {
  const { id: projectId } = projects.create({ id: randomUUID(), name: take.name });
  for (const { text, files } of take.messages) {
    const turnId = randomUUID();
    const uploadIds = uploads.hold({ projectId, id: turnId }, files);
    turns.send({ projectId, text, uploadIds, turnId, anyway: false, beside: true, toAgent: true, forReview: true });
  }
  return projectId;
}
