import type { Readable } from 'node:stream';
import type { BindId } from '../../shared/domain/bind-id.ts';

/** A project's room in the cloud. `bindId` ties a registration to this account; null where the answer has none. */
export type CloudSession = { readonly sessionId: string; readonly taskId: string; readonly bindId: BindId | null };

/** `frozen` is reserved by work in progress. */
export type CreditBalance = { readonly available: number; readonly frozen: number; readonly total: number };

/** What the cloud holds for a session. The parts are kept as they came; only `src/main/drafts` reads them. */
export type SessionState = {
  readonly draft: unknown;
  readonly videoInfos: unknown;
  readonly canvasConfig: unknown;
  readonly generatedMedia: unknown;
  readonly bindId: BindId | null;
};

export type ClaimToken = { readonly claimToken: string; readonly expiresInSeconds: number | null };

/**
 * `outputUrl` comes with `completed`; null means that the fallback (`download` by render id) has to do. `progress`: of 1 or of 100, as it
 * came; null where the answer has none.
 */
export type RenderStatus = {
  readonly status: 'pending' | 'processing' | 'completed' | 'failed';
  readonly outputUrl: string | null;
  readonly progress: number | null;
};

/** Bytes accepted by the connection; held at 99 % until the cloud has answered. */
export type UploadProgress = (acceptedBytes: number, totalBytes: number) => void;

/** `totalBytes` is null where the server announced no length. */
export type DownloadProgress = (receivedBytes: number, totalBytes: number | null) => void;

/** What the cloud said about an upload, whole; `cdnUrl`: where it keeps the file, which is how drafts name it; null where it did not say. */
export type UploadAnswer = { readonly data: unknown; readonly cdnUrl: string | null };

/** `sha256`: of the content as it was sent, in hex. */
export type FileUploadAnswer = UploadAnswer & { readonly sha256: string };

export type DownloadSource =
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'render'; readonly renderId: string };

/** A file of the cloud's, open for reading. Sizes in bytes. */
export type OpenedFile = {
  /** Where in the file the body begins. */
  readonly offset: number;
  /** Of the whole file; null where it was not announced. */
  readonly bytes: number | null;
  /** Under which the rest can be asked for later; null where it cannot. */
  readonly validator: string | null;
  readonly body: Readable;
};
