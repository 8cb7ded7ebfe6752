import type { SpendPermission, SpendQuestion } from '../../shared/domain/spend-permission.ts';
import { ask } from './client.ts';
import { useWindow } from './store.ts';

/** Chooses before what the user is asked. All questions that were left out are asked again, as far as this asks them. */
export function choosePermission(spending: SpendPermission): void {
  void ask('settings.change', { spending, silenced: [] });
}

/** The user does not want to be asked this again. */
export function silence(question: SpendQuestion): void {
  const { silenced } = useWindow.getState().preferences;
  if (!silenced.includes(question)) void ask('settings.change', { silenced: [...silenced, question] });
}

/** The user wants to be asked this again. */
export function askAgain(question: SpendQuestion): void {
  const { silenced } = useWindow.getState().preferences;
  void ask('settings.change', { silenced: silenced.filter((one) => one !== question) });
}
