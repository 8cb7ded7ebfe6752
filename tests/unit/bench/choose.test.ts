import { describe, expect, it } from 'vitest';
import { choose } from '../../bench/choose.ts';
import type { Bench } from '../../bench/figure.ts';

const benches: readonly Bench[] = ['start', 'search', 'idle'].map((name) => ({
  name,
  about: '',
  measure: () => Promise.resolve([]),
}));
const [first, second] = benches;

describe('choose', () => {
  it('takes all without options', () => {
    expect(choose([], benches)).toEqual({ ok: true, value: { benches, json: null } });
  });

  it('takes the named ones, in the order of the registry, and the file', () => {
    const chosen = choose(['--only', 'search', '--json', 'figures.json', '--only', 'start'], benches);
    expect(chosen).toEqual({ ok: true, value: { benches: [first, second], json: 'figures.json' } });
  });

  it.each([
    [['--only', 'speed'], 'No such bench: speed. There are: start, search, idle.'],
    [['--fast'], "Unknown option '--fast'"],
    [['--json'], "Option '--json <value>' argument missing"],
    [['start'], "Unexpected argument 'start'"],
  ])('refuses %j', (args, line) => {
    const chosen = choose(args, benches);
    expect(chosen.ok ? '' : chosen.error).toContain(line);
  });
});
