import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faultPresets, startStudio } from './studio.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    pace: { type: 'string', default: '1' },
    fault: { type: 'string', multiple: true, default: [] },
  },
});

const unknown = values.fault.filter((name) => faultPresets[name] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown fault: ${unknown.join(', ')}. Known: ${Object.keys(faultPresets).join(', ')}`);
  process.exit(2);
}

const studio = await startStudio({
  samplesDir: path.join(import.meta.dirname, '../../resources/samples'),
  filesDir: await mkdtemp(path.join(tmpdir(), 'rushes-studio-')),
  port: Number(values.port),
  seed: Number(values.seed),
  pace: Number(values.pace),
  faults: values.fault.flatMap((name) => faultPresets[name] ?? []),
});
console.log(studio.url);
process.once('SIGINT', () => void studio.close());
process.once('SIGTERM', () => void studio.close());
