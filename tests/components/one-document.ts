import { builtinEnvironments, type Environment } from 'vitest/runtime';

const { jsdom } = builtinEnvironments;
let begun: Promise<unknown> | null = null;

/** A document that the files of a worker share, as they share the modules that hold on to it. */
const oneDocument: Environment = {
  ...jsdom,
  name: 'one-document',
  setup: async (global, options) => {
    await (begun ??= Promise.resolve(jsdom.setup(global, options)));
    return { teardown: () => undefined };
  },
};

export default oneDocument;
