import { describe, expect, it } from 'vitest';
import { dockMenu, jumpList, recentProjects } from '../../../../src/main/desktop/launcher-menu.ts';
import { openRequestOf } from '../../../../src/main/desktop/start-options.ts';
import { mainTexts } from '../../../../src/shared/locales/main-texts.ts';
import { projectLink, projectOfLink } from '../../../../src/shared/project-link.ts';
import { project } from '../../renderer/state/fixtures.ts';

const t = mainTexts('en');
const program = 'C:\\Program Files\\Rushes\\Rushes.exe';
const recent = [
  { id: '0f8fad5b-d9cb-469f-a165-70867728950e', title: 'The sea' },
  { id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', title: '霓虹城市' },
];
const listOf = (changes: Partial<Parameters<typeof jumpList>[0]> = {}) =>
  jumpList({ t, recent, program, args: [], removed: new Set(), ...changes });

describe('recent projects', () => {
  it('are the latest six that are not put away', () => {
    const projects = Array.from({ length: 9 }, (_, at) =>
      project({ id: `p${at}`, name: `Film ${at}`, updatedAt: at, archived: at === 7 }),
    );
    expect(recentProjects(projects, t).map(({ title }) => title)).toEqual([
      'Film 8',
      'Film 6',
      'Film 5',
      'Film 4',
      'Film 3',
      'Film 2',
    ]);
  });

  it.each([
    ['', 'New project'],
    ['\u202e\u200b ', 'New project'],
    ['a\u202eb\nc\0d', 'a b c d'],
    ['长'.repeat(400), `${'长'.repeat(79)}…`],
    ['👩‍🚀'.repeat(1), '👩 🚀'],
  ])('have one short line: %j', (name, title) => {
    expect(recentProjects([project({ name })], t)[0]?.title).toBe(title);
  });
});

describe('the jump list of Windows', () => {
  it('has the projects and the task, each a start of the app', () => {
    expect(listOf()).toEqual([
      {
        type: 'custom',
        name: 'Recent projects',
        items: recent.map(({ id, title }) => ({
          type: 'task',
          title,
          program,
          args: projectLink(id),
          iconPath: program,
          iconIndex: 0,
        })),
      },
      {
        type: 'tasks',
        items: [
          { type: 'task', title: 'New Project', program, args: '--new-project', iconPath: program, iconIndex: 0 },
        ],
      },
    ]);
  });

  it('leads where it says', () => {
    const [projects, tasks] = listOf({ t: mainTexts('zh') });
    const openRequests = [projects, tasks].map((category) =>
      openRequestOf(['rushes', category?.items?.[0]?.args ?? ''], 'C:\\', true),
    );
    expect(projectOfLink(openRequests[0]?.link ?? '')).toBe(recent[0]?.id);
    expect(openRequests[1]?.newProject).toBe(true);
  });

  it('has nothing again that the user took off', () => {
    const removed = new Set([projectLink(recent[0]?.id ?? '')]);
    expect(listOf({ removed })[0]?.items?.map(({ title }) => title)).toEqual(['霓虹城市']);
  });

  it('is the task alone where no project is named', () => {
    expect(listOf({ recent: [] }).map(({ type }) => type)).toEqual(['tasks']);
  });

  it('starts an app that is not packaged by its folder', () => {
    expect(listOf({ args: ['C:\\my rushes'] })[1]?.items?.[0]?.args).toBe('"C:\\my rushes" --new-project');
  });
});

it('has the same in the Dock of macOS', () => {
  const opened: string[] = [];
  const menu = dockMenu({
    t,
    recent: [{ id: 'p1', title: 'Salt & pepper' }],
    newProject: () => opened.push('new'),
    openLink: (link) => opened.push(link),
  });
  expect(menu.map(({ label, type }) => label ?? type)).toEqual(['New Project', 'separator', 'Salt && pepper']);
  for (const { click } of menu) click?.(...([] as unknown as Parameters<NonNullable<typeof click>>));
  expect(opened).toEqual(['new', projectLink('p1')]);
});
