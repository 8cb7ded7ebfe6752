import { stat } from 'node:fs/promises';
import { extname, parse } from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import {
  type CompressionPlan,
  guessedSpeed,
  planAgain,
  planCompression,
  type Speed,
  speedShown,
} from '../../shared/domain/compression.ts';
import type { Cut } from '../../shared/domain/cut.ts';
import { conversionOf, type MediaInfo } from '../../shared/domain/media-info.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { cutToBytes } from '../../shared/domain/file-name.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { TaskQueue } from './task-queue.ts';
import { renameFile } from '../file-retry.ts';

/** What is wanted of a file. */
export type Order =
  | { readonly kind: 'compress'; readonly targetBytes: number }
  | { readonly kind: 'trim'; readonly cut: Cut; readonly exact: boolean }
  | { readonly kind: 'convert' };

/** What has come of it: a file, and for a cut where it really begins, ms. */
export type Made = { readonly path: string; readonly startMs: number | null };

export type WorkRun = {
  readonly sourcePath: string;
  readonly info: MediaInfo;
  /** Where a result of this name may be written. */
  readonly place: (name: string) => Promise<string>;
  readonly onBegin: () => void;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Copies the packets of a part of a file; resolves to where it really begins, ms. */
export type CutCopy = (
  work: Pick<WorkRun, 'sourcePath' | 'onProgress' | 'signal'> & { readonly resultPath: string; readonly cut: Cut },
) => Promise<Result<number, Failure>>;

type WorkParts = { readonly tasks: Pick<TaskQueue, 'run'>; readonly copyCut: CutCopy; readonly clock: Clock };

/** How each kind of order is carried out. */
export type Work = {
  readonly estimate: (info: MediaInfo, targetBytes: number) => Result<CompressionPlan, Failure>;
  readonly run: (order: Order, run: WorkRun) => Promise<Result<Made, Failure>>;
};

export function createWork(parts: WorkParts): Work {
  const compression = createCompression(parts);
  return {
    estimate: compression.estimate,
    run: (order, run) => {
      switch (order.kind) {
        case 'compress':
          return compression.compress(order.targetBytes, run);
        case 'trim':
          return order.exact ? trimExactly(parts, order.cut, run) : trimByCopy(parts, order.cut, run);
        case 'convert':
          return convert(parts, run);
        default:
          return assertNever(order);
      }
    },
  };
}

/** An encoder that misses its bit rate gets this many more tries. */
const moreTries = 2;

/** Compresses, and learns from it how fast this computer does. */
function createCompression({ tasks, clock }: Pick<WorkParts, 'tasks' | 'clock'>) {
  let speed: Speed = guessedSpeed;

  const estimate: Work['estimate'] = (info, targetBytes) => {
    const plan = planCompression(info, targetBytes, speed);
    return plan.ok ? plan : err({ code: plan.error });
  };

  /** Gives the result's size in bytes. `known`: the speed of which the plan's time was reckoned. */
  const encode = async (
    plan: CompressionPlan,
    known: Speed,
    resultPath: string,
    run: WorkRun,
  ): Promise<Result<number, Failure>> => {
    const { width, height, videoBitrate, audioBitrate } = plan;
    let startedAt = clock.steady();
    const done = await tasks.run<'compress'>({
      task: { kind: 'compress', width, height, videoBitrate, audioBitrate },
      ...run,
      resultPath,
      onBegin: () => {
        startedAt = clock.steady();
        run.onBegin();
      },
    });
    if (!done.ok) return done;
    speed = speedShown(plan, known, clock.steady() - startedAt) ?? speed;
    return ok((await stat(resultPath)).size);
  };

  const compress = async (targetBytes: number, run: WorkRun): Promise<Result<Made, Failure>> => {
    const known = speed;
    const first = estimate(run.info, targetBytes);
    if (!first.ok) return first;
    const path = await run.place(resultName(run.sourcePath, encodedKind(run.info)));
    let plan = first.value;
    for (let tries = 0; tries <= moreTries; tries += 1) {
      const bytes = await encode(plan, known, path, run);
      if (!bytes.ok) return bytes;
      if (bytes.value <= targetBytes) return ok({ path, startMs: null });
      plan = planAgain(plan, targetBytes, bytes.value);
    }
    return err({ code: 'cannot-shrink' });
  };

  return { estimate, compress };
}

/** To the frame: encoded anew. */
async function trimExactly({ tasks }: WorkParts, cut: Cut, run: WorkRun): Promise<Result<Made, Failure>> {
  const { info } = run;
  if (!(info.canDecodeVideo || info.canDecodeAudio)) return err({ code: 'cannot-decode' });
  const resultPath = await run.place(resultName(run.sourcePath, encodedKind(info), cut));
  const done = await tasks.run<'trim'>({ task: { kind: 'trim', ...cut }, ...run, resultPath });
  return done.ok ? ok({ path: resultPath, startMs: cut.inMs }) : done;
}

/** At once, from a key frame on: the file is named by where it really begins. */
async function trimByCopy({ copyCut }: WorkParts, cut: Cut, run: WorkRun): Promise<Result<Made, Failure>> {
  const extension = extname(run.sourcePath).slice(1).toLowerCase();
  const named = (inMs: number): Promise<string> => run.place(resultName(run.sourcePath, extension, { ...cut, inMs }));
  run.onBegin();
  const resultPath = await named(cut.inMs);
  const startMs = await copyCut({ ...run, resultPath, cut });
  if (!startMs.ok) return startMs;
  const path = await named(startMs.value);
  await renameFile(resultPath, path);
  return ok({ path, startMs: startMs.value });
}

async function convert({ tasks }: WorkParts, run: WorkRun): Promise<Result<Made, Failure>> {
  const to = conversionOf(run.info);
  if (to === null) return err({ code: 'cannot-decode' });
  const path = await run.place(resultName(run.sourcePath, to));
  const done = await tasks.run<'convert'>({ task: { kind: 'convert', to }, ...run, resultPath: path });
  return done.ok ? ok({ path, startMs: null }) : done;
}

function encodedKind({ hasVideo }: MediaInfo): 'mp4' | 'm4a' {
  return hasVideo ? 'mp4' : 'm4a';
}

/** Bytes of a name that every file system takes, with room for what is put behind it. */
const longestStem = 180;

/** The name of what is made of a file: the same, with another extension (no dot), and with the times where it was cut. */
export function resultName(name: string, extension: string, cut: Cut | null = null): string {
  const times = cut === null ? '' : ` ${time(cut.inMs)}-${time(cut.outMs)}`;
  return `${cutToBytes(parse(name).name, longestStem)}${times}.${extension}`;
}

/** `1.02.03` or `02.03`, which every file system takes. */
function time(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}.${two(m)}.${two(s)}` : `${two(m)}.${two(s)}`;
}
