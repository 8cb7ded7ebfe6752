import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../src/shared/result.ts';
import type { Bench } from './figure.ts';

type Choice = {
  readonly benches: readonly Bench[];
  /** Where the figures are to be written as JSON; null: nowhere. */
  readonly json: string | null;
};

/** What the command line asks for: `--only NAME` (may be repeated) and `--json FILE`. The error is a line for the user. */
export function choose(args: readonly string[], benches: readonly Bench[]): Result<Choice, string> {
  const parsed = readOptions(args);
  if (!parsed.ok) return parsed;
  const { only, json } = parsed.value;
  const names = benches.map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) return err(`No such bench: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  const chosen = only.length === 0 ? benches : benches.filter(({ name }) => only.includes(name));
  return ok({ benches: chosen, json });
}

type Options = { readonly only: readonly string[]; readonly json: string | null };

function readOptions(args: readonly string[]): Result<Options, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string', multiple: true }, json: { type: 'string' } },
    });
    return ok({ only: values.only ?? [], json: values.json ?? null });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
