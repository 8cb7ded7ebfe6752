import { describe, expect, it } from 'vitest';
import { projectName, projectStatus } from '../../../../src/renderer/locales/project-status.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { exportJob, project } from '../state/fixtures.ts';

const t = inLocale('en');
const pulse = { turnId: 't1', working: false, activity: null, troubled: false, asks: false };
const info = { project: project({ updatedAt: 0 }), pulse: undefined, exports: [], now: 3 * 3_600_000 };

describe('the line under a project', () => {
  it.each([
    ['when it was', info, '3 hours ago'],
    ['what the agent does', { ...info, pulse: { ...pulse, working: true, activity: 'music' } }, 'Choosing music…'],
    ['that the agent works', { ...info, pulse: { ...pulse, working: true } }, 'Working…'],
    ['that it is being exported', { ...info, exports: [exportJob()] }, 'Exporting'],
    ['that a turn needs the user', { ...info, pulse: { ...pulse, troubled: true } }, 'Needs you'],
    ['that an export needs the user', { ...info, exports: [exportJob({ state: 'failed' })] }, 'Needs you'],
    ['what was saved', { ...info, exports: [exportJob({ state: 'saved', bytes: 2.4 * 1024 ** 2 })] }, 'Saved · 2.4 MB'],
    ['that it was saved', { ...info, exports: [exportJob({ state: 'saved' })] }, 'Saved'],
  ] as const)('tells %s', (_, given, text) => expect(projectStatus(t, 'en', given)).toBe(text));
});

it('calls a project without a name new', () => {
  expect(projectName(t, project({ name: '' }))).toBe('New project');
  expect(projectName(t, project())).toBe('Neon city');
});
