import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { assertNever } from '../shared/assert-never.ts';
import type { Order } from './agent/shelf.ts';
import type { World } from './world.ts';

/** Makes what the agent ordered, one after the other. What was made before is not made again. Rejects where one fails. */
export async function carryOut(orders: readonly Order[], world: World): Promise<void> {
  const dir = path.join(world.filesDir, 'made');
  await mkdir(dir, { recursive: true });
  for (const order of orders) {
    const to = path.join(dir, order.file);
    if (!existsSync(to)) await make(order, to, world);
  }
}

function make(order: Order, to: string, { maker, closing }: World): Promise<void> {
  const common = { to, signal: closing, onProgress: () => undefined };
  switch (order.kind) {
    case 'clip':
      return maker.clip({ ...common, scene: order.scene });
    case 'music':
      return maker.music({ ...common, music: { ...order, bpm: null, tonic: null, mode: null } });
    default:
      return assertNever(order);
  }
}
