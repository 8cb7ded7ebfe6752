// `npm test`: everything that can be checked, in the order of its price; ends with one line of counts.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { explain } from './setup/failure.mjs';
import { root } from './setup/places.mjs';
import { attached, capture, say } from './setup/process.mjs';
import { addUp, failedStep, playwrightCounts, summaryLine, vitestCounts } from './test/counts.mjs';

const reports = join(root, 'test-results');
const modules = join(root, 'node_modules');
const rooms = ['tsconfig.json', 'tsconfig.shared.json', 'tsconfig.renderer.json', 'tsconfig.tests.json'];

/** Runs all tests; `prepare` resolves to the environment of the end-to-end tests (runtime, build, display). */
export async function testAll(prepare) {
  await rm(reports, { recursive: true, force: true });
  const [prepared, plain] = await Promise.all([settle(prepare), plainTests()]);
  const counts = [...plain, await endToEnd(prepared)];
  const total = addUp(counts);
  if (total.passed + total.failed === 0) Object.assign(total, failedStep);
  process.stdout.write(`${summaryLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}

async function plainTests() {
  // The formatter has one thread; the others leave it a core.
  const format = step('format', [['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']]);
  const lint = await step('lint', [['oxlint/bin/oxlint', '--type-aware', '--deny-warnings']]);
  const types = await step(
    'types',
    // Its checkers beside each other share nothing: four do half of the work twice.
    rooms.map((config) => ['typescript/bin/tsc', '--singleThreaded', '-p', config]),
  );
  return [lint, types, await format, await vitest()];
}

async function step(name, runs) {
  const results = [];
  for (const [tool, ...args] of runs) results.push(await capture(process.execPath, [join(modules, tool), ...args]));
  const failed = results.filter((result) => result.code !== 0);
  head(name, failed.length === 0);
  for (const result of failed) say(`${result.stdout}${result.stderr}`.trimEnd());
  return failed.length === 0 ? addUp([]) : failedStep;
}

async function vitest() {
  const report = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const result = await capture(process.execPath, [join(modules, 'vitest/vitest.mjs'), ...args], { cwd: root });
  head('unit, components, contract', result.code === 0);
  say(`${result.stdout}${result.stderr}`.trimEnd());
  return vitestCounts(await readReport(report), result.code);
}

async function endToEnd(prepared) {
  if (!prepared.ok) {
    head('end to end', false);
    say(explain(prepared.error));
    return failedStep;
  }
  if (!(await hasTests(join(root, 'tests', 'e2e')))) {
    say('── end to end: there are no such tests');
    return addUp([]);
  }
  say('── end to end');
  const report = join(reports, 'playwright.json');
  const env = { ...prepared.value, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = [join(modules, '@playwright/test/cli.js'), 'test', '--reporter=list,json'];
  const code = await attached(process.execPath, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  return playwrightCounts(await readReport(report), code);
}

async function hasTests(folder) {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.some((file) => file.endsWith('.test.ts'));
}

async function readReport(file) {
  return readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
}

async function settle(body) {
  try {
    return { ok: true, value: await body() };
  } catch (error) {
    return { ok: false, error };
  }
}

function head(name, ok) {
  say(`── ${name}: ${ok ? 'ok' : 'FAILED'}`);
}
