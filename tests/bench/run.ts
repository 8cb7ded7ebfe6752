// Figures of the app, each against a baseline of the same run: npm run bench [-- --only NAME --json FILE]
// They never fail a build. The exit code tells only whether everything could be measured.
import { writeFile } from 'node:fs/promises';
import { withDisplay } from '../../scripts/setup/display.mjs';
import { benches } from './benches.ts';
import { choose } from './choose.ts';
import type { Bench, Figure } from './figure.ts';
import { tableOf } from './table.ts';

async function measured(bench: Bench): Promise<readonly Figure[] | null> {
  process.stderr.write(`${bench.name}: ${bench.about}\n`);
  try {
    return await bench.measure();
  } catch (error) {
    process.stderr.write(`${bench.name} could not be measured: ${String(error)}\n`);
    return null;
  }
}

const choice = choose(process.argv.slice(2), benches);
if (!choice.ok) {
  process.stderr.write(`${choice.error}\n`);
  process.exit(2);
}
Object.assign(process.env, await withDisplay());

const figures: Figure[] = [];
for (const bench of choice.value.benches) {
  const found = await measured(bench);
  if (found === null) process.exitCode = 1;
  else figures.push(...found);
}
if (choice.value.json !== null) await writeFile(choice.value.json, `${JSON.stringify(figures, null, 2)}\n`);
process.stdout.write(`${tableOf(figures)}\n`);
process.exit();
