import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStores } from '../../support/bench-history.ts';
import { createPlace, partsOf, startApp } from '../../support/desktop.ts';
import { aProject, anExport } from '../../unit/main/storage/samples.ts';
import { atMost, type Bench, figureOf } from '../figure.ts';

const jobs = 50;
/** Two rounds of polls and a bit, ms of real time. */
const watchedMs = 65_000;

/** The app with its real timings, each export in a session of its own; a server that answers each question with `processing`. */
export const polling: Bench = {
  name: 'polling-50',
  about: `main's share of a core while ${jobs} exports poll with real timings for ${watchedMs / 1000} s, against the same without any`,
  measure: async () => {
    const baseline = await shareOf(0);
    const value = await shareOf(jobs);
    return [figureOf({ name: 'polling-50', unit: '%', goal: atMost(1, '%'), values: [value], baselines: [baseline] })];
  },
};

async function shareOf(count: number): Promise<number> {
  const place = await createPlace();
  const server = await processingServer();
  const env = { NEMO_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, RUSHES_TIMINGS: '' };
  try {
    // Once by itself, so that there is a database.
    await (await startApp(place, { env })).close();
    const { database, stores } = openStores(place.userData);
    for (let index = 0; index < count; index += 1) {
      const project = aProject({ id: randomUUID(), name: `Project ${index}` });
      const record = anExport(project.id, { state: 'rendering', phaseAt: Date.now() });
      stores.projects.save(project);
      stores.exports.save(
        { ...record, sessionId: `session ${index}`, renderId: `render_${index}`, renders: 1 },
        { draft: { t: [{ tt: 0, sg: [{ d: 10_000 }] }] } },
      );
    }
    database.close();
    const { app, window, close } = await startApp(place, { env });
    await partsOf(window).message.waitFor();
    await new Promise((settled) => setTimeout(settled, 5_000));
    const before = await app.evaluate(() => process.cpuUsage());
    await new Promise((watched) => setTimeout(watched, watchedMs));
    const { user, system } = await app.evaluate((_, from) => process.cpuUsage(from), before);
    await close();
    return ((user + system) / 1000 / watchedMs) * 100;
  } finally {
    server.close();
    server.closeAllConnections();
    await place.close();
  }
}

/** Answers every call of the start, and every poll. */
async function processingServer(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    const isPoll = request.url?.includes('/render/proxy/lambda/') === true;
    const data = { token: 'nmv_usr_bench', credits: 100, available: 100, frozen: 0, total: 100 };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isPoll ? { status: 'processing' } : { code: 0, message: 'success', data }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
