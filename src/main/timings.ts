import { z } from 'zod';
import { undoDeleteMs } from '../shared/domain/project.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** Every wait of the app, in ms, by the names of the design. */
const defaults = {
  renderPollMs: 30_000,
  stillWorkingMs: 120_000,
  heartbeatOnlyMs: 600_000,
  turnMaxMs: 900_000,
  recoveryFirstMs: 30_000,
  recoveryEveryMs: 60_000,
  rateLimitMs: 30_000,
  /** How long a message waits for the state that it begins with. */
  stateAtStartMs: 3_000,
  /** How long a call may wait for a connection and for its headers. */
  connectMs: 10_000,
  answerMs: 60_000,
  /** How long somebody else's server may take to say what lies at an address. */
  headMs: 5_000,
  /** How long after a lost connection the cloud is asked again. */
  reconnectMs: 15_000,
  /** How long the system's word on a proxy holds, and how often it is looked whether the network is another one. */
  systemProxyMs: 30_000,
  networkLookMs: 5_000,
  /** How long a key ring may refuse before another token is asked for. */
  keyRingMs: 60_000,
  /** How long a cloud that has no token for this computer is not asked for one again. */
  tokenSpentMs: 3_600_000,
  /** When the balance is read after a message went out, and how often while turns run. */
  balanceFirstMs: 2_000,
  balanceEveryMs: 15_000,
  /** How long it is still read after a turn that left credits reserved, or was charged for nothing. */
  balanceFollowMs: 300_000,
  /** How long text that arrives may be kept from the disk. */
  textFlushMs: 100,
  /** How long what was written may wait for the disk, and from when on that counts as slow. */
  diskSyncMs: 500,
  slowDiskMs: 3_000,
  /** How long after that what could not be written is tried again. */
  unwrittenRetryMs: 5_000,
  /** How often the page is asked whether it still answers. */
  pagePingMs: 5_000,
  /** How long after it was opened the whole history is read, to see whether it is damaged. */
  historyCheckMs: 10_000,
  /** How often after that it is looked whether a backup is due. */
  backupLookMs: 3_600_000,
  /** How long text that is typed may be kept from the disk. */
  unsentMs: 300,
  undoDeleteMs,
  /** Not in ms: how many seconds of a rehearsal stand for one of the service. What takes minutes there takes seconds here. */
  rehearsalPace: 0.05,
  /** How often at least a rehearsal's render is asked how far it is: its cloud is in the same process. */
  rehearsalPollMs: 1_000,
  /** A hidden page without work is closed after this; one that says nothing for that long while it works is given up. */
  mediaWorkerIdleMs: 30_000,
  mediaWorkerSilentMs: 120_000,
  /** How long it is waited before each proxy of a film is made. */
  proxyIdleMs: 3_000,
  /** When newer versions of the app are looked for: first after a start, and how often then. */
  updateFirstMs: 180_000,
  updateEveryMs: 86_400_000,
  /** Patches for the window are gathered for about a frame. */
  frameMs: 16,
  /** Those of files on their way for longer: what is drawn for each of them is taken from their sending. */
  uploadsFrameMs: 200,
} as const;

export type Timings = Readonly<Record<keyof typeof defaults, number>>;

const overrides = z.partialRecord(
  z.enum(Object.keys(defaults) as [keyof Timings, ...(keyof Timings)[]]),
  z.number().nonnegative(),
);

/**
 * The timings, with what `RUSHES_TIMINGS` (JSON, ms by name) overrides.
 * An override that is no such JSON is an error: a test that mistypes a name must not wait for minutes.
 */
export function readTimings(json: string | undefined): Result<Timings, string> {
  if (json === undefined || json === '') return ok(defaults);
  try {
    const parsed = overrides.safeParse(JSON.parse(json));
    return parsed.success ? ok({ ...defaults, ...parsed.data }) : err(z.prettifyError(parsed.error));
  } catch (error) {
    return err(String(error));
  }
}
