import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { startDemoCloud } from '../../../src/demo-cloud/demo-cloud.ts';
import type { DemoCloud, DemoOptions } from '../../../src/demo-cloud/demo-cloud.ts';

export const samplesDir = path.join(import.meta.dirname, '../../../resources/samples');

const attribution = {
  'x-skill-source': 'qwen-video-generation',
  'x-skill-version': '1.9.0',
  'x-skill-platform': 'unknown',
};

/** A demo cloud without waiting, closed and swept away with the test. */
export async function openDemoCloud(options: Partial<DemoOptions> = {}): Promise<DemoCloud> {
  const filesDir = await mkdtemp(path.join(tmpdir(), 'demo-cloud-test-'));
  const demoCloud = await startDemoCloud({ samplesDir, filesDir, pace: 0, ...options });
  onTestFinished(async () => {
    await demoCloud.close();
    await rm(filesDir, { recursive: true, force: true });
  });
  return demoCloud;
}

export interface Client {
  readonly sid: string;
  readonly taskId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  readonly say: (text: string) => Promise<Response>;
  readonly submit: (id: string, draft?: unknown) => Promise<Response>;
  readonly upload: (name: string, content: Uint8Array<ArrayBuffer>) => Promise<Response>;
}

/** A client with a token and an open session. */
export async function openClient({ url, control }: DemoCloud, clientId = 'client-1'): Promise<Client> {
  const token = await fetch(`${url}/api/auth/anonymous-token`, {
    method: 'POST',
    headers: { ...attribution, 'x-client-id': clientId },
  }).then((answer) => answer.json());
  const headers = { ...attribution, authorization: `Bearer ${token.data.token}` };
  const call: Client['call'] = (method, at, body, extra = {}) => {
    const init: RequestInit = { method, redirect: 'manual', headers: { ...headers, ...extra } };
    if (body instanceof FormData) return fetch(url + at, { ...init, body });
    if (body === undefined) return fetch(url + at, init);
    const typed = { ...headers, 'content-type': 'application/json', ...extra };
    return fetch(url + at, { ...init, headers: typed, body: JSON.stringify(body) });
  };
  const opened = await call('POST', '/api/tasks/me/with-session/nemo_agent', { task_name: 'project', language: 'en' });
  const { session_id: sid, task_id: taskId } = (await opened.json()).data;
  return {
    sid,
    taskId,
    headers,
    call,
    say: (text) =>
      call('POST', '/run_sse', {
        app_name: 'nemo_agent',
        user_id: 'me',
        session_id: sid,
        new_message: { parts: [{ text }] },
      }),
    submit: (id, draft = control.draft(sid)) =>
      call('POST', '/api/render/proxy/lambda', {
        id,
        sessionId: sid,
        draft,
        output: { format: 'mp4', quality: 'high' },
      }),
    upload: (name, content) => {
      const form = new FormData();
      form.append('files', new Blob([content]), name);
      return call('POST', `/api/upload-video/nemo_agent/me/${sid}`, form);
    },
  };
}

export async function openBoth(): Promise<{ readonly demoCloud: DemoCloud; readonly client: Client }> {
  const demoCloud = await openDemoCloud();
  return { demoCloud, client: await openClient(demoCloud) };
}

/** Reads a stream until the text shows up, without waiting for its end. */
export async function readUntil(answer: Response, wanted: string): Promise<string> {
  const reader = answer.body?.getReader();
  let seen = '';
  while (!seen.includes(wanted)) seen += Buffer.from((await reader?.read())?.value ?? []).toString();
  await reader?.cancel();
  return seen;
}

interface StreamEvent {
  readonly partial?: boolean;
  readonly author?: string;
  readonly error?: string;
  readonly errorCode?: string;
  readonly finishReason?: string;
  readonly content?: { readonly parts: readonly StreamPart[] };
}

interface StreamPart {
  readonly text?: string;
  readonly thought?: boolean;
  readonly functionCall?: { readonly id: string; readonly name: string };
  readonly functionResponse?: { readonly id: string; readonly response: { readonly error?: string } };
}

/** The JSON events of a stream's text. */
export function eventsOf(text: string): readonly StreamEvent[] {
  return text
    .split('\n\n')
    .filter((frame) => frame.startsWith('data: {'))
    .map((frame) => JSON.parse(frame.slice(6)) as StreamEvent);
}

/** The texts a reader should show: aggregates alone. */
export function textsOf(text: string): readonly string[] {
  return eventsOf(text)
    .filter((event) => event.partial === false)
    .flatMap((event) => event.content?.parts ?? [])
    .flatMap((part) => (part.text === undefined || part.thought === true ? [] : [part.text]));
}
