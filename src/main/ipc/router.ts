import { storageFailure } from '../storage/sqlite.ts';
import { type Asker } from '../../shared/contract/request.ts';
import {
  type Answer,
  contract,
  type ParsedInput,
  type RequestName,
  type RequestOutput,
} from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Result } from '../../shared/result.ts';
import type { App } from '../app/app.ts';
import type { Context } from './context.ts';

/** Who asks: the number of the window's web contents, and whether its page does or the preload script. */
export type Sender = { readonly windowId: number; readonly asker: Asker };

type Outcome<T> = Result<T, Failure>;

/** Answers one request out of the rooms of the opened app. */
type Handler<N extends RequestName> = (
  input: ParsedInput<N>,
  app: App,
  context: Context,
) => Promise<Outcome<RequestOutput<N>>> | Outcome<RequestOutput<N>>;

/** A handler for each of these requests: a missing or an extra one does not compile. */
export type HandlersOf<Requests extends Readonly<Partial<Record<RequestName, unknown>>>> = {
  readonly [N in keyof Requests & RequestName]: Handler<N>;
};
export type Handlers = HandlersOf<typeof contract>;

type AnyHandler = (input: unknown, app: App, context: Context) => Promise<Outcome<unknown>> | Outcome<unknown>;

export type Router = (name: unknown, input: unknown, sender: Sender) => Promise<Answer<unknown>>;

type RouterParts = {
  readonly handlers: Handlers;
  /** The opened app; a request that comes before waits for it. */
  readonly app: () => Promise<App>;
  readonly desktop: Context['desktop'];
  /** Gets what a handler threw, without the input. */
  readonly report: (name: RequestName, error: unknown) => void;
};

const refused: Answer<never> = { ok: false, error: { code: 'bad-request' } };

/**
 * Checks every request against the contract and hands it to its handler. Errors: `bad-request` for an unknown name, one that this
 * sender may not use, or an input that does not parse; `disk-full` and `history-busy` where nothing could be written; `internal` for
 * a handler that threw otherwise.
 */
export function createRouter({ handlers, app, desktop, report }: RouterParts): Router {
  return async (name, input, { windowId, asker }) => {
    if (!isRequestName(name) || contract[name].from !== asker) return refused;
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return refused;
    try {
      // Each handler takes what its own schema parsed: the map's type says so, but TypeScript cannot follow one `name` through both.
      const handle = handlers[name] as AnyHandler;
      const result = await handle(parsed.data, await app(), { windowId, desktop });
      return result.ok ? { ok: true, data: result.value } : result;
    } catch (error) {
      report(name, error);
      return { ok: false, error: storageFailure(error) ?? { code: 'internal' } };
    }
  };
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
