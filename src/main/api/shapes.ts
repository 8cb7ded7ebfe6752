import { z } from 'zod';
import { type BindId, bindKeys } from '../../shared/domain/bind-id.ts';

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
