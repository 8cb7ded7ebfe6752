import type { ArmedFaults, FaultName, FaultStrikes } from '../shared/domain/fault-name.ts';
import type { StreamErrorForm } from './agent/script.ts';
import type { DemoCall } from './call.ts';

/** Faults by name, for the command line and the rehearsal; each strikes for ever. */
export const faultPresets: Readonly<Record<FaultName, FaultSpec>> = {
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
  'session-lost': { on: 'run-sse', kind: 'http', status: 404, times: Infinity },
  'stream-empty': { on: 'run-sse', kind: 'empty-body', times: Infinity },
  'heartbeats-only': { on: 'run-sse', kind: 'heartbeats', times: Infinity },
  'slow-stream': { on: 'run-sse', kind: 'slow', bytesPerSecond: 400, times: Infinity },
  'no-draft': { on: 'state', kind: 'draft', value: null, times: Infinity },
  'signed-addresses': { on: 'state', kind: 'signed', times: Infinity },
  'broken-answer': { on: 'state', kind: 'malformed-json', times: Infinity },
  'upload-cut-off': { on: 'upload', kind: 'upload-reset', at: 0.5, times: Infinity },
  'upload-slow': { on: 'upload', kind: 'upload-slow', bytesPerSecond: 100_000, times: Infinity },
  'upload-refused': { on: 'upload', kind: 'upload-answer', at: 0.5, code: 4001, times: Infinity },
  'short-download': { on: 'render-file', kind: 'short-body', missing: 1000, times: Infinity },
  'download-cut-off': { on: 'render-file', kind: 'reset', afterBytes: 10_000, times: Infinity },
  'ranges-ignored': { on: 'render-file', kind: 'ignore-range', times: Infinity },
  'strange-draft': { on: 'state', kind: 'draft', value: { tracks: 'three' }, times: Infinity },
};

/** What goes wrong. Where it says "instead", the request is read and logged, but nothing else happens. */
export type Fault =
  /** Instead: this status. `retryAfter` in seconds; `html` for a gateway's page in place of JSON. */
  | { readonly kind: 'http'; readonly status: number; readonly retryAfter?: number; readonly html?: boolean }
  /** Instead: HTTP 200 (or `status`) with this code in the envelope. */
  | { readonly kind: 'envelope'; readonly code: number; readonly status?: number }
  /** Instead: HTTP 200 (or `status`) with `success: false` and this reason, as newer gateways say no. */
  | { readonly kind: 'denied'; readonly reason: string; readonly status?: number }
  /** Instead: HTTP 200 with broken JSON, a page, JSON in place of a stream or file, nothing. */
  | { readonly kind: 'malformed-json' | 'html' | 'json' | 'empty-body' }
  /** Instead: the connection is dropped before the request is read; not one byte comes back. */
  | { readonly kind: 'refuse' }
  /** Instead: a redirect to the same path on another host (127.0.0.2), whose requests are logged as origin `other`. */
  | { readonly kind: 'redirect'; readonly status?: 301 | 302 | 303 | 307 | 308 }
  /** The true answer under another content type. */
  | { readonly kind: 'content-type'; readonly value: string }
  /** The true answer, gzipped whether asked for or not. */
  | { readonly kind: 'gzip' }
  /**
   * The demo cloud carries the call out, and drops the connection after so many bytes or frames of the answer, which do
   * arrive. 0 or neither: a reset before the head.
   */
  | { readonly kind: 'reset'; readonly afterBytes?: number; readonly afterFrames?: number }
  /** Likewise, but then it stays silent until the client leaves. 0: after the head; neither: before it. */
  | { readonly kind: 'stall'; readonly afterBytes?: number; readonly afterFrames?: number }
  /** Likewise, but the body ends there in good order, shorter than the announced length. */
  | { readonly kind: 'truncate'; readonly afterBytes?: number; readonly afterFrames?: number }
  /** The true answer in pieces of so many bytes, each a write of its own. */
  | { readonly kind: 'cut'; readonly bytes: number }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** The head waits for the first piece of the body, as with real ADK servers. */
  | { readonly kind: 'late-head' }
  /** Leaves the last bytes out, under the true length. */
  | { readonly kind: 'short-body'; readonly missing: number }
  /** Sends the whole body under a length that is off by so many bytes. */
  | { readonly kind: 'wrong-length'; readonly by: number }
  /** `media`, `render-file`, `render-download`: 200 and the whole file to a range. */
  | { readonly kind: 'ignore-range' }
  /** `upload`: resets the connection once it has read this share (0 to 1) of the body. At 1 it keeps the file. */
  | { readonly kind: 'upload-reset'; readonly at: number }
  /**
   * `upload`: answers with this code once it has read this share (0 to 1) of the body, while the rest is still on its
   * way. 1001 also makes all tokens expire at that moment, so that the client needs a new one.
   */
  | { readonly kind: 'upload-answer'; readonly at: number; readonly code: number; readonly status?: number }
  /** `upload`: reads the body no faster than this. */
  | { readonly kind: 'upload-slow'; readonly bytesPerSecond: number }
  /** `run-sse`: the turn ends as this form says. */
  | { readonly kind: 'stream-error'; readonly form: StreamErrorForm }
  /** `run-sse`: the turn runs, the stream shows heartbeats alone, `count` of them or until the client leaves. */
  | { readonly kind: 'heartbeats'; readonly count?: number }
  /** `run-sse`: one line without an end, so many bytes (default 64 MiB), then silence. */
  | { readonly kind: 'endless-line'; readonly bytes?: number }
  /** `state`: this value in place of the draft: null, a shape nobody knows. */
  | { readonly kind: 'draft'; readonly value: unknown }
  /** `state`: the addresses in the draft are signed, otherwise each time. */
  | { readonly kind: 'signed' }
  /** `render-submit`: accepted, then `failed`, or never finished. */
  | { readonly kind: 'render-fails' | 'render-hangs' }
  /** `render-status`: the true answer in this form. */
  | RenderForm;

/**
 * How the demo cloud writes the answer about a render (wire contract: "read both, in every combination"). `at`: all at
 * the top, all inside `data`, or the status at the top and the rest inside. `progress`, out of 1 or 100, comes while
 * the render runs.
 */
export type RenderForm = {
  readonly kind: 'render-form';
  readonly at: 'top' | 'data' | 'split';
  readonly address: 'output.url' | 'outputUrl';
  readonly progress?: number;
};

/** A fault to arm: which call, how often (default once), after how many calls that go well (default none). */
export type FaultSpec = Fault & {
  readonly on: DemoCall;
  readonly times?: number;
  readonly after?: number;
  /** By which it can be disarmed. */
  readonly name?: FaultName;
};

export interface Faults {
  readonly arm: (spec: FaultSpec) => void;
  readonly clear: () => void;
  /** Lets the fault of this name strike so often from now on. */
  readonly setNamed: (name: FaultName, strikes: FaultStrikes) => void;
  /** Those that still strike of the ones that were set by name. */
  readonly named: () => ArmedFaults;
  /** The fault for this call, if one is due. Each call counts; of several due ones the first armed strikes. */
  readonly take: (call: DemoCall) => Fault | null;
}

export function createFaults(): Faults {
  let armed: readonly FaultSpec[] = [];
  return {
    arm: (spec) => {
      armed = [...armed, spec];
    },
    clear: () => {
      armed = [];
    },
    setNamed: (name, strikes) => {
      armed = armed.filter((spec) => spec.name !== name);
      if (strikes !== 'never')
        armed = [...armed, { ...faultPresets[name], name, times: strikes === 'once' ? 1 : Infinity }];
    },
    named: () =>
      Object.fromEntries(
        armed.flatMap(({ name, times }) => (name === undefined ? [] : [[name, times === 1 ? 'once' : 'always']])),
      ),
    take: (call) => {
      const due = armed.find((spec) => spec.on === call && (spec.after ?? 0) === 0 && (spec.times ?? 1) > 0);
      armed = armed
        .map((spec) => {
          if (spec === due) return { ...spec, times: (spec.times ?? 1) - 1 };
          return spec.on === call && (spec.after ?? 0) > 0 ? { ...spec, after: (spec.after ?? 0) - 1 } : spec;
        })
        .filter((spec) => (spec.times ?? 1) > 0);
      return due ?? null;
    },
  };
}
