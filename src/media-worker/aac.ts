import { canEncodeAudio, type Quality } from 'mediabunny';

/** What the encoder that we bring along is late by, in samples; it tells nobody. */
const ownLatency = 1024;
let own: Promise<void> | null = null;

/** `sampleRate` in hertz. */
export type AacConfig = { readonly numberOfChannels: number; readonly sampleRate: number; readonly quality: Quality };

/**
 * Sees to it that AAC can be encoded like this: some systems' encoders take a few rates only. Resolves to the samples by which the
 * encoder is late without saying so.
 */
export async function ensureAac(config: AacConfig): Promise<number> {
  if (own === null && (await canEncodeAudio('aac', config))) return 0;
  await (own ??= bringAlong());
  return ownLatency;
}

async function bringAlong(): Promise<void> {
  const { registerAacEncoder } = await import('@mediabunny/aac-encoder');
  registerAacEncoder();
}
