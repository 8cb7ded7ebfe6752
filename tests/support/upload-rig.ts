import type { Cloud } from '../../src/main/api/cloud.ts';
import { type CloudError, toFailure } from '../../src/main/api/errors.ts';
import { createMediaRegistry } from '../../src/main/media/registry.ts';
import type { Session } from '../../src/main/storage/stores.ts';
import { openUploads, type Uploads } from '../../src/main/uploads/uploads.ts';
import type { Failure } from '../../src/shared/domain/failure.ts';
import type { Upload } from '../../src/shared/domain/upload.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { createFakeClock, settle } from './fake-clock.ts';
import { temporaryStores } from './temporary-stores.ts';
import { testEnv } from './test-env.ts';

export const projectId = '0b6ff8a0-6f8e-4a55-8f6c-0d8f3a1f2b11';

type Sending = Parameters<Cloud['uploadFile']>[0] & {
  readonly answer: (error?: CloudError, sha256?: string) => Promise<void>;
};

/** Uploads on stores of their own, and a cloud that answers when it is told to. */
export function createUploadRig() {
  const clock = createFakeClock();
  const stores = temporaryStores();
  stores.projects.save({
    id: projectId,
    name: '',
    createdAt: 0,
    updatedAt: 0,
    pinned: false,
    archived: false,
    unread: 0,
    thumbnail: null,
  });
  const sendings: Sending[] = [];
  const fetched: string[] = [];
  const emitted: Upload[] = [];
  const removed: string[] = [];
  const refused: (readonly [string, Failure])[] = [];
  const lost: string[] = [];
  const env = testEnv({
    clock,
    report: (error) => {
      throw error;
    },
  });
  env.bus.on('upload', ({ upload }) => emitted.push(upload));
  env.bus.on('upload-removed', ({ uploadId }) => removed.push(uploadId));
  env.bus.on('upload-refused', ({ name, failure }) => refused.push([name, failure]));
  const session: { present: string; answer: Promise<Result<Session, CloudError>> } = {
    present: 's1',
    answer: Promise.resolve(ok({ sessionId: 's1', taskId: 't1', bindId: null })),
  };
  const boot = (): Uploads =>
    openUploads(env, {
      store: stores.uploads,
      cloud: {
        uploadUrl: (input) => {
          fetched.push(input.url);
          return Promise.resolve(ok({ data: null, cdnUrl: null }));
        },
        uploadFile: (input) =>
          new Promise((resolve) => {
            const end = (error?: CloudError, sha256 = 'a hash'): void =>
              resolve(error ? err(error) : ok({ data: null, cdnUrl: `https://cdn.test/${input.name}`, sha256 }));
            input.signal?.addEventListener('abort', () => end({ kind: 'cancelled' }));
            sendings.push({
              ...input,
              answer: async (error, sha256) => {
                end(error, sha256);
                await settle();
              },
            });
          }),
      },
      sessions: {
        ensure: () => session.answer,
        reportLost: (id, sessionId) => lost.push(`${id} ${sessionId}`),
        isPresent: (_project, sessionId) => sessionId === session.present,
      },
      registry: createMediaRegistry(),
      describe: toFailure,
    });
  /** The newest sending of a file; several begin side by side, in no certain order. */
  const sending = (name: string): Sending | undefined => sendings.findLast((one) => one.name === name);
  return { sending, clock, stores, sendings, fetched, emitted, removed, refused, lost, session, boot };
}
