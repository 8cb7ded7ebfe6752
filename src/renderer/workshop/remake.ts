import type { WorkshopTask } from '../../shared/workshop-wire.ts';
import { CannotDecode } from './source.ts';
import type { Desk } from './wire.ts';

export async function remake(_task: WorkshopTask, _desk: Desk): Promise<object> {
  throw new CannotDecode();
}
