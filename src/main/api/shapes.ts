import { z } from 'zod';
import { type BindId, bindKeys } from '../../shared/domain/bind-id.ts';
import type { RenderStatus } from './answers.ts';

/** A number, or one written as a string. */
const amount = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

const id = z.union([z.string().min(1), z.number().transform(String)]);

const record = z.record(z.string(), z.unknown());

/** The best id for registering in these parts of an answer; null where there is none. A `user_id` of `me` is the wire's own word. */
function findBindId(...places: readonly unknown[]): BindId | null {
  const records = places.map((place) => record.safeParse(place).data ?? {});
  for (const key of bindKeys) {
    for (const place of records) {
      const found = id.safeParse(place[key]).data?.trim();
      if (found !== undefined && found !== '' && found !== 'me') return { key, id: found };
    }
  }
  return null;
}

export const sessionShape = z
  .object({ data: z.looseObject({ task_id: id, session_id: id }) })
  .transform(({ data }) => ({ sessionId: data.session_id, taskId: data.task_id, bindId: findBindId(data) }));

export const claimShape = z
  .object({ data: z.object({ claim_token: z.string().min(1), expires_in: amount.nullable().catch(null) }) })
  .transform(({ data }) => ({ claimToken: data.claim_token, expiresInSeconds: data.expires_in }));

export const creditsShape = z
  .object({ data: z.object({ available: amount, frozen: amount.optional(), total: amount.optional() }) })
  .transform(({ data: { available, frozen = 0, total = available + frozen } }) => ({ available, frozen, total }));

export const stateShape = z.object({ data: z.looseObject({ state: record.nullish() }) }).transform(({ data }) => ({
  draft: data.state?.draft ?? null,
  videoInfos: data.state?.video_infos ?? null,
  canvasConfig: data.state?.canvas_config ?? null,
  generatedMedia: data.state?.generated_media ?? null,
  bindId: findBindId(data, data.state),
}));

/** Any answer that the envelope did not refuse. */
export const acceptedShape = record.transform(() => null);

const text = z.string().min(1).nullable().catch(null).default(null);
const uploadedFile = z.looseObject({
  filename: text,
  file_name: text,
  name: text,
  cdn_url: text,
  cdnUrl: text,
  url: text,
});

/** `data.files[]` of `{filename, cdn_url, …}` (wire contract: "Calls"); one object and a bare list are taken as well. */
function uploadedFiles(data: unknown): readonly { readonly name: string | null; readonly cdnUrl: string | null }[] {
  const inner = record.safeParse(data);
  const files = inner.success ? (inner.data.files ?? inner.data.file ?? data) : data;
  return (Array.isArray(files) ? files : [files]).flatMap((file) => {
    const read = uploadedFile.safeParse(file);
    if (!read.success) return [];
    const { filename, file_name: fileName, name, cdn_url: cdnUrl, cdnUrl: camel, url } = read.data;
    return [{ name: filename ?? fileName ?? name, cdnUrl: cdnUrl ?? camel ?? url }];
  });
}

/** Any answer that the envelope did not refuse; `files`: what it says of those that arrived. */
export const uploadShape = record.transform(({ data = null }) => ({ data, files: uploadedFiles(data) }));

/** `cancelled` is no word of the contract; it may be the answer once a render was cancelled. */
const words: Readonly<Record<string, RenderStatus['status']>> = {
  pending: 'pending',
  processing: 'processing',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
  canceled: 'failed',
};

/** Whether a `status` says that a render has failed or was cancelled. */
export function isRenderOver(status: string): boolean {
  return words[status.toLowerCase()] === 'failed';
}

/**
 * `status`, address and `progress`, each at the top or inside `data`; the address as `output.url` or `outputUrl` (wire contract: "read
 * both, in every combination").
 */
export const renderShape = record.transform((answer, context): RenderStatus => {
  const places = [answer, record.safeParse(answer['data']).data ?? {}];
  const status = firstOf(places, ({ status }) =>
    typeof status === 'string' ? words[status.toLowerCase()] : undefined,
  );
  if (status === null) {
    context.addIssue('no status');
    return z.NEVER;
  }
  return { status, outputUrl: firstOf(places, addressIn), progress: firstOf(places, progressIn) };
});

type Place = Readonly<Record<string, unknown>>;

function firstOf<T>(places: readonly Place[], read: (place: Place) => T | undefined): T | null {
  for (const place of places) {
    const found = read(place);
    if (found !== undefined) return found;
  }
  return null;
}

function addressIn({ output, outputUrl, output_url: snake }: Place): string | undefined {
  const inside = record.safeParse(output).data ?? {};
  const candidates = [inside['url'], inside['outputUrl'], outputUrl, snake, output];
  return candidates.find((address): address is string => typeof address === 'string' && address !== '');
}

/** As it came: of 1, or of 100. */
function progressIn({ progress }: Place): number | undefined {
  const value = typeof progress === 'string' && /^\d+(?:\.\d+)?%?$/.test(progress) ? parseFloat(progress) : progress;
  return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;
}
