import { canEncodeAudio } from 'mediabunny';

/** What the encoder that we bring along is late by, in samples; it tells nobody. */
const ownLatency = 1024;
let ready: Promise<number> | null = null;

/** Sees to it that AAC can be encoded. Resolves to the samples by which the encoder is late without saying so. */
export function ensureAac(): Promise<number> {
  return (ready ??= prepare());
}

async function prepare(): Promise<number> {
  if (await canEncodeAudio('aac')) return 0;
  const { registerAacEncoder } = await import('@mediabunny/aac-encoder');
  registerAacEncoder();
  return ownLatency;
}
