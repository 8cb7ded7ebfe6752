import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { createSamplesMaker } from '../../../../src/demo-cloud/maker.ts';
import type { App } from '../../../../src/main/app/app.ts';
import { openDemo } from '../../../../src/main/app/demo.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import type { Context } from '../../../../src/main/ipc/context.ts';
import { handlers } from '../../../../src/main/ipc/handlers/handlers.ts';
import { createRouter, type Router, type Sender } from '../../../../src/main/ipc/router.ts';
import { readTimings } from '../../../../src/main/timings.ts';
import { contract } from '../../../../src/shared/contract/contract.ts';
import { failureCodes } from '../../../../src/shared/domain/failure.ts';
import { ok } from '../../../../src/shared/result.ts';
import { anything, fitting, hostile, spoilt } from '../../../support/contract-inputs.ts';
import { hostIn } from '../../../support/unattended-host.ts';

vi.setConfig({ testTimeout: 120_000 });

const names = Object.keys(contract) as (keyof typeof contract)[];
const schemaOf = (name: keyof typeof contract): z.ZodType => contract[name].input;
const senderOf = (name: keyof typeof contract): Sender => ({ windowId: 1, asker: contract[name].from });

const cases = { refused: 7_000, taken: 3_000 };

let folder: string;
let app: App;
let route: Router;
const faults: string[] = [];
const touched: string[] = [];

/** A desktop that does nothing, and notes which paths it would have touched. */
const desktop = new Proxy({} as Context['desktop'], {
  get: (_target, name) => {
    if (name === 'savedFiles') return new Proxy({}, { get: () => (path: string) => (touched.push(path), ok(null)) });
    if (name === 'settings') return () => ({ locale: 'en' });
    if (name === 'lastOpenProject') return () => null;
    if (name === 'about') return () => Promise.resolve({});
    if (name === 'diagnostics') return () => Promise.resolve('');
    if (name === 'exportPlace') return { choose: () => Promise.resolve(), ask: () => undefined, name: () => ok(null) };
    if (name === 'network') return { view: () => ({ mode: 'none', address: '' }), change: () => ok(null) };
    if (name === 'updates') return { check: () => Promise.resolve(), restart: () => ok(null) };
    return (...given: readonly unknown[]) => {
      if (name === 'showInFolder') touched.push(String(given[0]));
      return name === 'chooseCopyTarget' || name === 'chooseDataFolder' ? null : ok(null);
    };
  },
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rushes fuzz '));
  writeFileSync(join(folder, 'bystander.txt'), 'mine');
  const report = (error: unknown): void => void faults.push(String(error));
  const timings = readTimings('');
  if (!timings.ok) throw new Error(timings.error);
  const env = { clock: systemClock, timings: timings.value, report, locale: (): 'en' => 'en' };
  const profile = join(folder, 'profile');
  const opened = await openDemo(env, hostIn(profile, { report }), () =>
    createSamplesMaker(resolve('resources', 'samples')),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  app = opened.value;
  app.begin();
  route = createRouter({
    handlers,
    app: () => Promise.resolve(app),
    desktop,
    report: (name, error) => faults.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`),
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const isAnswer = (answer: unknown): boolean => {
  const { ok: done, data, error } = answer as { ok: boolean; data?: unknown; error?: { code: string } };
  return done
    ? error === undefined
    : data === undefined && (failureCodes as readonly string[]).includes(error?.code ?? '');
};

it('refuses whatever does not fit, before anybody sees it', async () => {
  const seen: string[] = [];
  const strict = createRouter({
    handlers: Object.fromEntries(
      names.map((name) => [
        name,
        (input: unknown) => (schemaOf(name).safeParse(input).success || seen.push(name), ok(null)),
      ]),
    ) as unknown as typeof handlers,
    app: () => Promise.resolve(app),
    desktop,
    report: (name, error) => faults.push(`${name}: ${String(error)}`),
  });
  const given = fc.constantFrom(...names).chain((name) => {
    const inputs = fc.oneof(spoilt(schemaOf(name), { ids: [folder] }), anything);
    return fc.tuple(fc.constant(name), inputs, fc.constantFrom('page', 'preload'), fc.constantFrom(name, ...hostile));
  });
  await fc.assert(
    fc.asyncProperty(given, async ([name, input, asker, asked]) => {
      const answer = await strict(asked, input, { windowId: 1, asker });
      const fits = asked === name && asker === contract[name].from && schemaOf(name).safeParse(input).success;
      expect(answer).toEqual(fits ? { ok: true, data: null } : { ok: false, error: { code: 'bad-request' } });
    }),
    { numRuns: cases.refused },
  );
  expect([seen, faults]).toEqual([[], []]);
});

/** What would end the app, reach for the network, or make a film in each case: their shapes are tried above. */
const left: readonly string[] = [
  'network.test',
  'localData.deleteAll',
  'app.connect',
  'account.signIn',
  'account.signOut',
];

it('answers whatever fits, throws nothing, and touches no file that it was not given', async () => {
  const project = app.projects.create().id;
  const [snapshotId] = app.projects.list().map(({ id }) => id);
  const ids = [project, snapshotId ?? project];
  const given = fc
    .constantFrom(...names.filter((name) => !left.includes(name) && contract[name].from === 'page'))
    .chain((name) => fc.tuple(fc.constant(name), fitting(schemaOf(name), { ids })));
  await fc.assert(
    fc.asyncProperty(given, async ([name, input]) => {
      const answer = await route(name, input, senderOf(name));
      expect(isAnswer(answer)).toBe(true);
      expect(JSON.stringify(answer)).not.toContain(folder);
    }),
    { numRuns: cases.taken },
  );
  expect([faults, touched]).toEqual([[], []]);
  expect(readdirSync(folder).toSorted()).toEqual(['bystander.txt', 'profile']);
});
