import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StartupReportCard } from '../../src/renderer/shell/startup-report-card.tsx';
import { project } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

it.each([
  ['Harbour', 'A boat at dawn', 'Not sent yetA boat at dawnHarbourShow'],
  ['A boat at…', 'A boat at dawn', 'Not sent yetA boat at dawnShow'],
  ['A boat at dawn', 'A boat at dawn', 'Not sent yetA boat at dawnShow'],
])(
  'the report of the start says a project called %s beside a message only where it tells more',
  async (name, message, line) => {
    const item = { id: 't1', projectId: 'p1', name: message, failure: null, outcome: 'not-sent' } as const;
    show(<StartupReportCard />, 'en', { projects: [project({ name })], startupReport: [item] });
    expect(screen.getByRole('listitem').textContent).toBe(line);
    await expectAccessible();
  },
);
