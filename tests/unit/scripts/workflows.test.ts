import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, '.github/workflows');

const step = z.strictObject({
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  run: z.string().optional(),
  shell: z.literal('bash').optional(),
  'working-directory': z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const permissions = z.record(z.string(), z.enum(['read', 'write']));
const job = z.object({
  uses: z.string().optional(),
  'runs-on': z.string().optional(),
  'timeout-minutes': z.number().optional(),
  permissions: permissions.optional(),
  steps: z.array(step).default([]),
});
const workflow = z.object({
  permissions,
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(z.string(), job),
});

describe.each(readdirSync(folder))('the workflow %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const { permissions: granted, jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((one) => one.steps);

  it('may read, and writes only the draft of a release', () => {
    expect(granted).toEqual({ contents: 'read' });
    const more = Object.entries(jobs).flatMap(([name, one]) => (one.permissions ? [[name, one.permissions]] : []));
    expect(more).toEqual(file === 'release.yml' ? [['draft', { contents: 'write' }]] : []);
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false });
  });

  it('uses actions by their commit, and says which version that is', () => {
    const used = [...text.matchAll(/uses: (.+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('./'));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name))).toEqual([]);
  });

  it('puts nothing that others wrote into a script, and no secret but through the environment', () => {
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  it('ends by itself, and asks npm only for what it has', () => {
    for (const one of Object.values(jobs))
      expect(one.uses ?? one['timeout-minutes'], 'each job has a time limit').toBeDefined();
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const asked = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/npm (?:run )?(\w+)/g)].map(([, name = '']) => name),
    );
    expect(asked.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(asked).toContain(file === 'release.yml' ? 'package' : 'test');
  });
});
