import { ensureDependencies } from './dependencies.mjs';
import { guarded } from './failure.mjs';
import { root, toolsEnvironment, toolsNode } from './places.mjs';
import { attached, passSignalsOn } from './process.mjs';

const newestNode = 24;

/** Installs what is missing, then runs the command (its name, then its own arguments) on the dependencies' Node. */
export function enter(argv) {
  return guarded(async () => {
    passSignalsOn();
    await ensureDependencies();
    if (Number(process.versions.node.split('.')[0]) >= newestNode) {
      Object.assign(process.env, toolsEnvironment());
      const { perform } = await import('../commands.mjs');
      return await perform(argv);
    }
    return attached(toolsNode(), [`${root}/scripts/commands.mjs`, ...argv], { env: toolsEnvironment() });
  });
}
