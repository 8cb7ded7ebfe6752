import { storageFailure } from '../storage/sqlite.ts';
import {
  type Answer,
  contract,
  type ParsedInput,
  type RequestName,
  type RequestOutput,
} from '../../shared/contract/contract.ts';

/** Who asks: the number of the window's web contents. Handlers never see Electron's own event. */
export type Sender = { readonly windowId: number };

/** One plain function per request: a missing or an extra one does not compile. */
export type Handlers = {
  readonly [N in RequestName]: (
    input: ParsedInput<N>,
    sender: Sender,
  ) => Promise<Answer<RequestOutput<N>>> | Answer<RequestOutput<N>>;
};

type AnyHandler = (input: unknown, sender: Sender) => Promise<Answer<unknown>> | Answer<unknown>;

export type Router = (name: unknown, input: unknown, sender: Sender) => Promise<Answer<unknown>>;

/**
 * Checks every request against the contract and hands it to its handler. Errors: `bad-request` for an unknown name or an input
 * that does not parse, `disk-full` and `history-busy` where nothing could be written, `internal` for a handler that threw otherwise (reported to the log by `report`, without the input).
 */
export function createRouter(handlers: Handlers, report: (name: RequestName, error: unknown) => void): Router {
  return async (name, input, sender) => {
    if (!isRequestName(name)) return { ok: false, error: { code: 'bad-request' } };
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return { ok: false, error: { code: 'bad-request' } };
    try {
      // Each handler takes what its own schema parsed: the map's type says so, but TypeScript cannot follow one `name` through both.
      return await (handlers[name] as AnyHandler)(parsed.data, sender);
    } catch (error) {
      report(name, error);
      return { ok: false, error: storageFailure(error) ?? { code: 'internal' } };
    }
  };
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
