import { describe, expect, it } from 'vitest';
import { createOpenRequests } from '../../../../src/main/desktop/open-requests.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { projectLink, projectOfLink } from '../../../../src/shared/project-link.ts';

const [sea, city] = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'] as const;
const nothing = { paths: [], link: null, newProject: false };

/** What the window and the project's files are told of what the system asks for. */
function rig(first: Parameters<typeof createOpenRequests>[0] = nothing) {
  const events: AppEvent[] = [];
  const added: (readonly [string, readonly string[]])[] = [];
  let calls = 0;
  const openRequests = createOpenRequests(first, () => (calls += 1));
  const rooms = {
    projects: { list: () => [sea, city].map((id) => ({ id })) },
    imports: { add: (id: string, paths: readonly string[]) => Promise.resolve(void added.push([id, paths])) },
  } as unknown as Parameters<typeof openRequests.giveTo>[0];
  const give = (last: string | null = sea) => openRequests.giveTo(rooms, last, (event) => events.push(event));
  return { openRequests, give, events, added, calls: () => calls };
}

const showing = (projectId: string): AppEvent => ({ type: 'show', projectId, turnId: null, exportId: null });
const unknown: AppEvent = { type: 'complaint', failure: { code: 'link-unknown' } };

describe('files that the system hands over', () => {
  it('wait, and go to the open project, which is shown', async () => {
    const { openRequests, give, events, added, calls } = rig({ ...nothing, paths: ['/a.mp4'] });
    openRequests.add({ paths: ['/b 二.mp4'] });
    expect(calls()).toBe(1);
    await give();
    expect(added).toEqual([[sea, ['/a.mp4', '/b 二.mp4']]]);
    expect(events).toEqual([showing(sea)]);
  });

  it('are given once', async () => {
    const { give, events, added } = rig({ ...nothing, paths: ['/a.mp4'] });
    await give();
    await give();
    expect([added.length, events.length]).toEqual([1, 1]);
  });

  it('go to the newest project where none was open, or that one is gone', async () => {
    for (const last of [null, 'gone']) {
      const { give, added } = rig({ ...nothing, paths: ['/a.mp4'] });
      await give(last);
      expect(added[0]?.[0]).toBe(city);
    }
  });
});

describe('a link from outside', () => {
  it('leads to its project', async () => {
    const { give, events, added } = rig({ ...nothing, link: projectLink(city) });
    await give();
    expect(events).toEqual([showing(city)]);
    expect(added).toEqual([]);
  });

  it('may be written as browsers write it', () => {
    expect(projectOfLink(`RUSHES://Project/${sea.toUpperCase()}/`)).toBe(sea);
  });

  it.each([
    'rushes://app/index.html',
    'rushes://app/media/1',
    'rushes://media-worker/',
    'rushes:',
    'rushes://',
    'rushes://project/',
    'rushes://project/..',
    `rushes:project/${sea}`,
    `rushes:///project/${sea}`,
    `rushes://project/${sea}/../../app/index.html`,
    `rushes://project/${sea}/send`,
    `rushes://project/${sea}//`,
    `rushes://project/${sea}?text=hello`,
    `rushes://project/${sea}#settings`,
    `rushes://project/%30f8fad5b-d9cb-469f-a165-70867728950e`,
    `rushes://project/${sea}%00`,
    `rushes://project/${sea}\n`,
    `rushes://project/${sea} --inspect`,
    `rushes://user:pass@project/${sea}`,
    `rushes://project:80/${sea}`,
    `rushes://project.evil.example/${sea}`,
    `rushes://settings/${sea}`,
    `rushes-evil://project/${sea}`,
    `https://project/${sea}`,
    ` rushes://project/${sea}`,
    `rushes://project/${'0'.repeat(2_000_000)}`,
    `rushes://ｐroject/${sea}`,
  ])('is nothing else: %s', async (link) => {
    expect(projectOfLink(link)).toBeNull();
    const { give, events, added } = rig({ ...nothing, link });
    await give();
    expect(events).toEqual([unknown]);
    expect(added).toEqual([]);
  });

  it('says so where nobody here has that project', async () => {
    const { give, events } = rig({ ...nothing, link: projectLink('aaaaaaaa-d9cb-469f-a165-70867728950e') });
    await give();
    expect(events).toEqual([unknown]);
  });

  it('is followed once, the last one, however often it is asked for', async () => {
    const { openRequests, give, events } = rig();
    for (let count = 0; count < 1000; count += 1) openRequests.add({ link: projectLink(count === 999 ? sea : city) });
    await give();
    expect(events).toEqual([showing(sea)]);
  });
});

it('begins a new project where the jump list asks for one', async () => {
  const { openRequests, give, events } = rig();
  openRequests.add({ newProject: true });
  await give();
  expect(events).toEqual([{ type: 'command', command: 'new' }]);
});
