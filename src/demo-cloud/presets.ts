import type { FaultSpec } from './faults.ts';

/** Faults by name for the command line; each strikes for ever. */
export const faultPresets: Readonly<Record<string, FaultSpec>> = {
  'rate-limit': { on: 'run-sse', kind: 'http', status: 429, retryAfter: 30, times: Infinity },
  'no-credits': { on: 'run-sse', kind: 'envelope', code: 2001, times: Infinity },
  'token-expired': { on: 'run-sse', kind: 'envelope', code: 1001, times: Infinity },
  'export-blocked': { on: 'render-submit', kind: 'http', status: 402, times: Infinity },
  'render-fails': { on: 'render-submit', kind: 'render-fails', times: Infinity },
  'render-hangs': { on: 'render-submit', kind: 'render-hangs', times: Infinity },
  'stream-reset': { on: 'run-sse', kind: 'reset', afterFrames: 3, times: Infinity },
  'stream-stall': { on: 'run-sse', kind: 'stall', afterFrames: 3, times: Infinity },
  'stream-error': { on: 'run-sse', kind: 'stream-error', form: 'error', times: Infinity },
  'slow-download': { on: 'render-file', kind: 'slow', bytesPerSecond: 20_000, times: Infinity },
  'bad-gateway': { on: 'run-sse', kind: 'http', status: 502, html: true, times: Infinity },
  'strange-draft': { on: 'state', kind: 'draft', value: { tracks: 'three' }, times: Infinity },
};
