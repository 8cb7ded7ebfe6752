import { expect, it } from 'vitest';
import { firstStateArgument, firstStateOf } from '../../../../src/shared/contract/bridge.ts';
import { defaultPreferences } from '../../../../src/shared/domain/app-state.ts';

it('brings a first state along among other arguments, in letters that every command line carries', () => {
  const format = { ratio: '9:16', seconds: 10, mood: null } as const;
  const state = { locale: 'zh', preferences: { ...defaultPreferences, format }, openProjectId: '“片 场” 1' } as const;
  const argument = firstStateArgument(state);
  expect(argument).toMatch(/^[\x21-\x7e]+$/);
  expect(argument).not.toContain('"');
  expect(firstStateOf(['electron', '--type=renderer', argument, '--other=1'])).toEqual(state);
  expect(firstStateOf(['electron', '--type=renderer'])).toBeNull();
});
