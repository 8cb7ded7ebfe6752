import { defaultPreferences, type ProjectView, type Snapshot } from '../../../../src/shared/domain/app-state.ts';
import type { BatchItem } from '../../../../src/shared/domain/batch.ts';
import type { ExportJob } from '../../../../src/shared/domain/export-job.ts';
import type { Project } from '../../../../src/shared/domain/project.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
import type { Upload } from '../../../../src/shared/domain/upload.ts';

export function project(changes: Partial<Project> = {}): Project {
  return {
    id: 'p1',
    name: 'Neon city',
    createdAt: 1000,
    updatedAt: 1000,
    pinned: false,
    archived: false,
    unread: 0,
    thumbnail: null,
    ...changes,
  };
}

export function turn(changes: Partial<Turn> = {}): Turn {
  return {
    id: 't1',
    projectId: 'p1',
    route: 'agent',
    prompt: 'A city at night',
    attachments: [],
    state: 'streaming',
    parts: [],
    failure: null,
    activity: null,
    receipt: null,
    stillWorkingMs: null,
    startedAt: 1000,
    endedAt: null,
    ...changes,
  };
}

export function upload(changes: Partial<Upload> = {}): Upload {
  return {
    id: 'u1',
    projectId: 'p1',
    source: 'file',
    name: 'clip.mp4',
    bytes: 1000,
    kind: 'video',
    state: 'uploading',
    sent: 10,
    failure: null,
    turnId: null,
    note: '',
    mediaId: 'm1',
    ...changes,
  };
}

export function exportJob(changes: Partial<ExportJob> = {}): ExportJob {
  return {
    id: 'x1',
    projectId: 'p1',
    fileName: 'city.mp4',
    state: 'rendering',
    version: null,
    received: 0,
    bytes: null,
    failure: null,
    polls: 0,
    progress: null,
    phaseAt: 1000,
    estimateMs: null,
    check: null,
    batchId: null,
    createdAt: 1000,
    endedAt: null,
    ...changes,
  };
}

export function view(changes: Partial<ProjectView> = {}): ProjectView {
  return {
    projectId: 'p1',
    turns: [],
    hasEarlier: false,
    queue: { paused: false },
    likelyCost: { generate: 100, edit: 50 },
    unsent: '',
    uploads: [],
    needsDecision: [],
    importReview: null,
    attached: [],
    timeline: null,
    preview: null,
    ...changes,
  };
}

export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    connection: { state: 'ready' },
    rehearsal: false,
    locale: 'en',
    preferences: defaultPreferences,
    tokenKeeping: 'keyring',
    network: { mode: 'system', address: '' },
    proxyTrouble: null,
    account: 'anonymous',
    exportPlace: { folder: null, pattern: '{project} {date}' },
    canCopyFiles: true,
    settingsReset: false,
    update: { kind: 'off' },
    hasHomepage: true,
    credits: null,
    rateLimitedUntil: null,
    projects: [project()],
    working: [],
    exports: [],
    olderExports: null,
    interchanges: [],
    mediaJobs: [],
    startupReport: [],
    batches: [],
    openProjectId: 'p1',
    ...changes,
  };
}

export function batchItem(changes: Partial<BatchItem> = {}): BatchItem {
  return {
    id: 'i1',
    n: 1,
    name: 'a.mp4',
    bytes: 1,
    kind: 'video',
    state: 'waiting',
    message: 'a',
    projectId: null,
    uploadId: null,
    turnId: null,
    exportId: null,
    doubt: null,
    failure: null,
    ...changes,
  };
}
