import { expect, type Page } from '@playwright/test';
import type { MediaInfo } from '../../src/shared/domain/media-info.ts';
import type { MediaJob } from '../../src/shared/domain/media-job.ts';
import type { Upload } from '../../src/shared/domain/upload.ts';
import type { Answer, RequestInput, RequestName, RequestOutput } from '../../src/shared/contract/contract.ts';

/** What these helpers need of a page. */
type Scripted = Pick<Page, 'evaluate'>;

type Noted = {
  readonly info: Record<string, MediaInfo>;
  readonly jobs: Record<string, MediaJob[]>;
  readonly uploads: Record<string, Upload>;
};

/** Keeps what main tells of files and of the media jobs' work. Before the first file. */
export async function noteMediaJobs(page: Scripted): Promise<void> {
  await page.evaluate(() => {
    const noted: Noted = { info: {}, jobs: {}, uploads: {} };
    Object.assign(globalThis, { noted });
    window.rushes.on((events) => {
      for (const event of events) {
        if (event.type === 'media-info') noted.info[event.mediaId] = event.info;
        if (event.type === 'media-job') (noted.jobs[event.job.id] ??= []).push(event.job);
        if (event.type === 'upload') noted.uploads[event.upload.id] = event.upload;
      }
    });
  });
}

export function noted(page: Scripted): Promise<Noted> {
  return page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
}

/** The facts of the one file that has such, once they are known. */
export async function infoWhen(page: Scripted, complete: (info: MediaInfo) => boolean): Promise<MediaInfo> {
  const all = async (): Promise<readonly MediaInfo[]> => Object.values((await noted(page)).info).filter(complete);
  await expect.poll(async () => (await all()).length).toBeGreaterThan(0);
  const [info] = await all();
  if (info === undefined) throw new Error('There are no facts');
  return info;
}

/** The upload of this name, once there is one. */
export async function uploadOf(page: Scripted, name: string): Promise<Upload> {
  const find = async (): Promise<Upload | undefined> =>
    Object.values((await noted(page)).uploads).find((upload) => upload.name === name);
  await expect.poll(find).toBeDefined();
  const upload = await find();
  if (upload === undefined) throw new Error(`There is no upload of ${name}`);
  return upload;
}

/** Every state in which a job was told, in order, once it is in one of these. */
export async function jobWhen(page: Scripted, id: string, states: readonly string[]): Promise<readonly MediaJob[]> {
  const told = async (): Promise<readonly MediaJob[]> => (await noted(page)).jobs[id] ?? [];
  await expect.poll(async () => states.includes((await told()).at(-1)?.state ?? ''), { timeout: 100_000 }).toBe(true);
  return told();
}

/** Asks main as the page does; a refusal is an error. */
export async function request<N extends RequestName>(
  page: Scripted,
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  const answer = (await page.evaluate(
    ([asked, given]) => window.rushes.request(asked as 'app.connect', given as never),
    [name, input] as const,
  )) as Answer<RequestOutput<N>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.data;
}
