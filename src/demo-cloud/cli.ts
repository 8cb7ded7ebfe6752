import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faultPresets, type FaultSpec, startDemoCloud } from './demo-cloud.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    pace: { type: 'string', default: '1' },
    fault: { type: 'string', multiple: true, default: [] },
  },
});

const known: Readonly<Partial<Record<string, FaultSpec>>> = faultPresets;
const unknown = values.fault.filter((name) => known[name] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown fault: ${unknown.join(', ')}. Known: ${Object.keys(faultPresets).join(', ')}`);
  process.exit(2);
}

const filesDir = await mkdtemp(path.join(tmpdir(), 'rushes-demo-cloud-'));
const demoCloud = await startDemoCloud({
  samplesDir: path.join(import.meta.dirname, '../../resources/samples'),
  filesDir,
  port: Number(values.port),
  seed: Number(values.seed),
  pace: Number(values.pace),
  faults: values.fault.flatMap((name) => known[name] ?? []),
});
console.log(demoCloud.url);

async function stop(): Promise<void> {
  await demoCloud.close();
  await rm(filesDir, { recursive: true, force: true });
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
