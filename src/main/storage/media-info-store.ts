import { z } from 'zod';
import type { Database } from './sqlite.ts';
import type { MediaInfoStore } from './stores.ts';
import { createTable } from './table.ts';

const mediaInfoRow = z.object({
  id: z.string(),
  facts: z.object({
    kind: z.enum(['video', 'audio', 'image']).nullable(),
    durationMs: z.number().nullable(),
    width: z.number(),
    height: z.number(),
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    fps: z.number().nullable(),
    videoCodec: z.string().nullable(),
    audioCodec: z.string().nullable(),
    hasVideo: z.boolean(),
    hasAudio: z.boolean(),
    canDecodeVideo: z.boolean(),
    canDecodeAudio: z.boolean(),
    videoTracks: z.number(),
    audioTracks: z.number(),
    thumbnail: z.string().nullable(),
    peaks: z.array(z.number()).readonly().nullable(),
  }),
});

/** Files whose facts are kept; the oldest are forgotten, and looked into again when they are met. */
const mostFiles = 2000;

export function createMediaInfoStore(database: Database, onBrokenRow: (table: string) => void): MediaInfoStore {
  const table = createTable({ database, name: 'footageFacts', shape: mediaInfoRow, json: ['facts'], onBrokenRow });
  const forgetOld = `DELETE FROM footageFacts WHERE seq <= (SELECT max(seq) FROM footageFacts) - ${mostFiles}`;

  return {
    get: (id) =>
      (table.select('WHERE id = @id', { id })[0] as z.output<typeof mediaInfoRow> | undefined)?.facts ?? null,
    save: (id, facts) => {
      table.save({ id, facts });
      database.run(forgetOld);
    },
  };
}
