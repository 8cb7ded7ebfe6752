import { z } from 'zod';
import type { RenderStatus } from './answers.ts';

const record = z.record(z.string(), z.unknown());

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
