import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { expect } from 'vitest';
import { changeLocale } from '../../src/renderer/locales/text.ts';
import { initialState, type WindowState } from '../../src/renderer/state/model.ts';
import { useWindow } from '../../src/renderer/state/store.ts';
import type { Locale } from '../../src/shared/domain/app-state.ts';
import type { Failure } from '../../src/shared/domain/failure.ts';

type Request = { readonly name: string; readonly input: unknown };

let requests: Request[] = [];
let refused: Readonly<Record<string, Failure>> = {};
let answered: Readonly<Record<string, unknown>> = {};

/**
 * Main's side of the bridge: refuses what a test refuses, and answers all else with what the test gives (a promise: once it is kept;
 * a function: what it makes of the input), or null.
 */
export async function bridgeAnswers(name: string, input: unknown): Promise<unknown> {
  requests.push({ name, input });
  const error = refused[name];
  if (error !== undefined) return { ok: false, error };
  const answer = answered[name];
  return { ok: true, data: (typeof answer === 'function' ? answer(input) : await answer) ?? null };
}

type Shown = {
  readonly user: UserEvent;
  readonly state: () => WindowState;
  /** What was asked of main so far. */
  readonly requests: () => readonly Request[];
  /** What main answers from now on. */
  readonly answerNow: (answer: Readonly<Record<string, unknown>>) => void;
  readonly change: (changes: Partial<WindowState>) => void;
};

type Conditions = Partial<WindowState> & {
  readonly refuse?: Readonly<Record<string, Failure>>;
  readonly answer?: Readonly<Record<string, unknown>>;
};

/** Shows a part of the window in a language, with this state around it. */
export function show(element: ReactElement, locale: Locale, { refuse = {}, answer = {}, ...state }: Conditions): Shown {
  requests = [];
  refused = refuse;
  answered = answer;
  changeLocale(locale);
  useWindow.setState({ ...initialState, loaded: true, locale, ...state }, true);
  const user = userEvent.setup();
  render(element);
  return {
    user,
    state: useWindow.getState,
    requests: () => requests,
    answerNow: (given) => (answered = given),
    change: (changes) => act(() => useWindow.setState(changes)),
  };
}

/** Finds what a screen reader would stumble over. Colours and sizes are the browser's: end-to-end tests see them. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
