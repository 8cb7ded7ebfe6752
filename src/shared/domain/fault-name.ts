/** What can be made to go wrong in a rehearsal, by what it strikes. Names of the demo cloud's faults. */
export const faultGroups = {
  messages: [
    'rate-limit',
    'no-credits',
    'token-expired',
    'session-lost',
    'bad-gateway',
    'stream-reset',
    'stream-stall',
    'stream-error',
    'stream-empty',
    'heartbeats-only',
    'slow-stream',
  ],
  drafts: ['strange-draft', 'no-draft', 'signed-addresses', 'broken-answer'],
  uploads: ['upload-cut-off', 'upload-slow', 'upload-refused'],
  exports: [
    'export-blocked',
    'render-fails',
    'render-hangs',
    'slow-download',
    'short-download',
    'download-cut-off',
    'ranges-ignored',
  ],
} as const;

export type FaultGroup = keyof typeof faultGroups;
export type FaultName = (typeof faultGroups)[FaultGroup][number];

export const faultNames: readonly FaultName[] = Object.values(faultGroups).flat();

/** How often it strikes from now on. */
export type FaultStrikes = 'never' | 'once' | 'always';

export type ArmedFaults = Readonly<Partial<Record<FaultName, Exclude<FaultStrikes, 'never'>>>>;
