import { randomUUID } from 'node:crypto';
import type { BatchItemRecord, BatchRecord, ExportRecord, UploadRecord } from '../../../../src/main/storage/stores.ts';
import type { Project } from '../../../../src/shared/domain/project.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';

export function aProject(change: Partial<Project> = {}): Project {
  return {
    id: randomUUID(),
    name: 'Paradise',
    createdAt: 1_000,
    updatedAt: 2_000,
    pinned: false,
    archived: false,
    unread: 0,
    thumbnail: null,
    ...change,
  };
}

export function aTurn(projectId: string, change: Partial<Turn> = {}): Turn {
  return {
    id: randomUUID(),
    projectId,
    route: 'agent',
    prompt: 'a clip of the sea',
    attachments: [],
    state: 'done',
    parts: [],
    failure: null,
    activity: null,
    receipt: null,
    stillWorkingMs: null,
    startedAt: 1_000,
    endedAt: null,
    ...change,
  };
}

export function anUpload(projectId: string, change: Partial<UploadRecord['upload']> = {}): UploadRecord {
  const upload = {
    id: randomUUID(),
    projectId,
    source: 'file',
    name: '海 sea.mp4',
    bytes: 500 * 1024 * 1024,
    kind: 'video',
    state: 'waiting',
    sent: 0,
    failure: null,
    turnId: null,
    note: 'use as the 片头',
    mediaId: randomUUID(),
    ...change,
  } as const;
  return { upload, path: '/clips/海 sea.mp4', sha256: 'ab'.repeat(32), cdnUrl: 'https://cdn.test/sea.mp4' };
}

export function anExport(projectId: string, change: Partial<ExportRecord['job']> = {}): ExportRecord {
  const job = {
    id: randomUUID(),
    projectId,
    fileName: 'sea.mp4',
    state: 'queued',
    received: 0,
    bytes: null,
    version: null,
    failure: null,
    polls: 0,
    progress: null,
    phaseAt: 1_000,
    estimateMs: null,
    check: null,
    batchId: null,
    createdAt: 1_000,
    endedAt: null,
    ...change,
  } as const;
  return {
    job,
    sessionId: 'session',
    lostSession: null,
    targetPath: '/videos/sea.mp4',
    replaces: false,
    renderId: null,
    renders: 0,
    outputUrl: null,
    part: null,
  };
}

export const aBatch: BatchRecord = {
  head: {
    id: 'b1',
    state: 'paused',
    pause: { by: 'failure', failure: { code: 'no-credits', link: 'top-up' } },
    mode: 'each',
    template: '剪短 {name}',
    exports: { folder: '成片', pattern: '{name}' },
    createdAt: 1_000.5,
    endedAt: null,
  },
  projectId: null,
  folder: '/home/u/成片',
};

export function aBatchItem(n: number, change: Partial<BatchItemRecord['item']> = {}): BatchItemRecord {
  return {
    batchId: 'b1',
    path: `/clips/${n}.mp4`,
    targetPath: null,
    item: {
      id: `i${n}`,
      n,
      name: `${n}.mp4`,
      bytes: 500 * 1024 * 1024,
      kind: 'video',
      state: 'waiting',
      message: `剪短 ${n}`,
      projectId: null,
      uploadId: null,
      turnId: null,
      exportId: null,
      doubt: null,
      failure: null,
      ...change,
    },
  };
}
