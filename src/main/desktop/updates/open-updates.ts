import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type { CurrentApp } from '../../app/current.ts';
import type { Env } from '../../app/env.ts';
import { backUp } from '../../storage/backups.ts';
import type { Quitting } from '../quitting.ts';
import type { ChannelParts } from './open-channel.ts';
import { createUpdates, type Updates } from './updates.ts';

type OpenUpdatesParts = Omit<ChannelParts, 'file'> & {
  readonly env: Pick<Env, 'clock' | 'timings' | 'report'>;
  readonly current: CurrentApp;
  readonly quitting: Quitting;
  readonly emit: (event: AppEvent) => void;
};

/** Newer versions of the app. What looks for them is loaded when it looks. */
export function openUpdates({
  env,
  variables,
  profileDir,
  network,
  current,
  quitting,
  emit,
}: OpenUpdatesParts): Updates {
  // The package says where its updates come from, or the environment does.
  const file = app.isPackaged ? join(process.resourcesPath, 'app-update.yml') : null;
  const isNamed = (): boolean => (variables['RUSHES_UPDATE_URL'] ?? '') !== '' || (file !== null && existsSync(file));
  const updates = createUpdates({
    ...env,
    isConfigured: isNamed,
    load: async () => (await import('./open-channel.ts')).openChannel({ variables, profileDir, network, file }),
    isBusy: () => current.now()?.isBusy() ?? false,
    backUp: (name) => backUp(profileDir, name),
    quit: quitting.now,
    emit: (update) => emit({ type: 'update', update }),
  });
  updates.begin();
  return updates;
}
