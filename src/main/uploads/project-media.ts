import { constants } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { safeStem } from '../../shared/domain/file-name.ts';
import { mediaExtension } from '../../shared/domain/media-type.ts';
import type { ProjectMediaItem } from '../../shared/domain/project-media.ts';
import { uploadKind } from '../../shared/domain/upload.ts';
import { done, err, type Result } from '../../shared/result.ts';
import { readDraft } from '../drafts/draft-parser.ts';
import type { VersionReader } from '../drafts/version-reader.ts';
import { cacheKey } from '../media/cache-key.ts';
import type { Media } from '../media/media.ts';
import type { UploadStore } from '../storage/stores.ts';
import type { Uploads } from './uploads.ts';

/** A file of the project's media to copy: its name, with the extension apart, and how to get at it. */
type ProjectMediaFile = {
  readonly stem: string;
  /** With its dot. */
  readonly extension: string;
  /** Fetches it where it is not here, and writes a copy. */
  readonly copyTo: (target: string) => Promise<Result<null, Failure>>;
};

/** A project's files: those that the user brought and those that came with its versions. */
export type ProjectMedia = {
  /** Newest first. Fetches nothing. */
  readonly list: (projectId: string) => Promise<readonly ProjectMediaItem[]>;
  /** Puts a file into the composer again. */
  readonly attach: (projectId: string, mediaId: string) => Promise<Result<null, Failure>>;
  readonly file: (projectId: string, mediaId: string) => Promise<ProjectMediaFile | null>;
  /** Absolute path of a file that is here, under its own name, for a drag out of the window. */
  readonly pathToDrag: (projectId: string, mediaId: string) => Promise<string | null>;
};

export type ProjectMediaDeps = Pick<Media, 'registry' | 'pathOf' | 'findClip'> & {
  readonly store: Pick<UploadStore, 'list'>;
  readonly uploads: Pick<Uploads, 'reuse' | 'add' | 'takeLink'>;
  readonly versionReader: Pick<VersionReader, 'versions' | 'draft'>;
  /** Where a file that is dragged out gets its own name. */
  readonly dragDir: string;
};

/** Where an item comes from: an upload with its file, or an address of the video's. */
type Source =
  | { readonly kind: 'upload'; readonly uploadId: string; readonly path: string }
  | { readonly kind: 'address'; readonly url: string };

type Found = { readonly item: ProjectMediaItem; readonly source: Source };

export function createProjectMedia(deps: ProjectMediaDeps): ProjectMedia {
  const find = async (projectId: string, mediaId: string): Promise<Found | null> =>
    (await allFiles(deps, projectId)).find(({ item }) => item.mediaId === mediaId) ?? null;

  return {
    list: async (projectId) => (await allFiles(deps, projectId)).map(({ item }) => item),
    attach: async (projectId, mediaId) => {
      const found = await find(projectId, mediaId);
      if (found === null) return notFound;
      const { source, item } = found;
      if (source.kind === 'address') {
        const { kind, bytes } = item;
        deps.uploads.takeLink(projectId, { url: source.url, name: fileNameOf(found), bytes, kind });
        return done;
      }
      if (deps.uploads.reuse(source.uploadId).ok) return done;
      // It never arrived, or the session that it was in is gone.
      const [added] = await deps.uploads.add(projectId, [source.path]);
      return added == null ? err({ code: 'file-gone' }) : done;
    },
    file: async (projectId, mediaId) => {
      const found = await find(projectId, mediaId);
      if (found === null) return null;
      const extension = extensionOf(found);
      return { stem: stemOf(found), extension, copyTo: (target) => copy(deps, mediaId, target) };
    },
    pathToDrag: async (projectId, mediaId) => {
      const found = await find(projectId, mediaId);
      if (found === null || !found.item.here) return null;
      const path = await deps.pathOf(mediaId);
      if (path === null || found.source.kind === 'upload') return path;
      // The cache names a clip by its content; whoever gets it is to read its name.
      const named = join(deps.dragDir, fileNameOf(found));
      await mkdir(deps.dragDir, { recursive: true });
      return copyFile(path, named, constants.COPYFILE_FICLONE).then(
        () => named,
        () => null,
      );
    },
  };
}

/** Versions that are looked through for clips, from the newest on. */
const mostVersions = 100;

async function allFiles(deps: ProjectMediaDeps, projectId: string): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  const add = (one: Found): void => {
    if (!found.has(one.item.mediaId)) found.set(one.item.mediaId, one);
  };
  for (const one of await clipsOf(deps, projectId)) add(one);
  for (const one of await ownFilesOf(deps, projectId)) add(one);
  return [...found.values()];
}

async function ownFilesOf({ store, registry }: ProjectMediaDeps, projectId: string): Promise<readonly Found[]> {
  const own = store.list(projectId).filter(({ upload }) => upload.source === 'file');
  const found = own.toReversed().map(async ({ upload, path }): Promise<Found> => {
    const here = (await stat(path).catch(() => null))?.isFile() === true;
    const { kind, name, bytes } = upload;
    return {
      item: {
        mediaId: registry.file(path),
        infoId: here ? registry.file(path) : null,
        kind,
        origin: 'own',
        name,
        bytes,
        here,
      },
      source: { kind: 'upload', uploadId: upload.id, path },
    };
  });
  return Promise.all(found);
}

async function clipsOf(deps: ProjectMediaDeps, projectId: string): Promise<readonly Found[]> {
  const { versionReader, registry, findClip, store } = deps;
  const files = store.list(projectId).filter(({ upload }) => upload.source === 'file');
  const own: ReadonlySet<string> = new Set(files.flatMap(({ cdnUrl }) => cdnUrl ?? []));
  const clips = new Map<string, { readonly url: string; readonly name: string; readonly isSound: boolean }>();
  for (const version of versionsOf(versionReader, projectId)) {
    for (const clip of clipsIn(versionReader.draft(projectId, version))) {
      const key = cacheKey(clip.url);
      if (!own.has(key) && !clips.has(key)) clips.set(key, clip);
    }
    await setImmediate();
  }
  const found = [...clips.values()].map(async ({ url, name, isSound }): Promise<Found> => {
    const kind = uploadKind(new URL(url).pathname) ?? (isSound ? 'audio' : 'video');
    // An older version's address may have run out; the registry keeps the newest one.
    const mediaId = registry.known(url) ?? registry.remote(url);
    const source = registry.resolve(mediaId);
    const path = await findClip(url);
    const infoId = path === null ? null : registry.file(path);
    return {
      item: { mediaId, infoId, kind, origin: 'made', name, bytes: 0, here: path !== null },
      source: { kind: 'address', url: source?.kind === 'remote' ? source.url : url },
    };
  });
  return Promise.all(found);
}

function versionsOf(versionReader: ProjectMediaDeps['versionReader'], projectId: string): readonly number[] {
  const versions: number[] = [];
  let before: number | undefined;
  while (versions.length < mostVersions) {
    const page = versionReader.versions(projectId, before);
    versions.push(...page.versions.map(({ version }) => version));
    before = versions.at(-1);
    if (!page.hasEarlier || page.versions.length === 0) break;
  }
  return versions.slice(0, mostVersions);
}

/** The clips and sounds of a version. */
function clipsIn(draft: unknown) {
  return readDraft(draft).tracks.flatMap(({ kind, segments }) =>
    kind !== 'video' && kind !== 'audio'
      ? []
      : segments.flatMap(({ url, name }) =>
          url === null || !URL.canParse(url) ? [] : [{ url, name, isSound: kind === 'audio' }],
        ),
  );
}

const usualExtensions = { video: '.mp4', audio: '.m4a', image: '.png' } as const;

function extensionOf({ item, source }: Found): string {
  if (source.kind === 'upload') return extname(source.path);
  const extension = mediaExtension(new URL(source.url).pathname);
  return extension === '' ? usualExtensions[item.kind] : `.${extension}`;
}

function stemOf(found: Found): string {
  const { name } = found.item;
  const extension = extensionOf(found);
  return safeStem(name.toLowerCase().endsWith(extension.toLowerCase()) ? name.slice(0, -extension.length) : name);
}

function fileNameOf(found: Found): string {
  return `${stemOf(found)}${extensionOf(found)}`;
}

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

async function copy({ pathOf }: ProjectMediaDeps, mediaId: string, target: string): Promise<Result<null, Failure>> {
  const path = await pathOf(mediaId);
  if (path === null) return err({ code: 'file-gone' });
  return copyFile(path, target).then(
    () => done,
    (error: NodeJS.ErrnoException) =>
      err({
        code: full.has(error.code ?? '') ? 'disk-full' : error.code === 'ENOENT' ? 'file-gone' : 'folder-read-only',
      }),
  );
}
