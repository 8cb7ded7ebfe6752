import { describe, expect, it } from 'vitest';
import { createProjects, nameFrom } from '../../../src/main/conversation/projects.ts';
import type { Project } from '../../../src/shared/domain/project.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';

describe('projects', () => {
  it('are named by their first message, and by no later one', () => {
    const told: Project[] = [];
    const projects = createProjects(createMemoryStores().projects, createFakeClock(), (project) => told.push(project));
    const { id } = projects.create();
    projects.touch(id, 'A calm sea at dusk');
    projects.touch(id, 'Make it shorter');
    expect(told.map(({ name }) => name)).toEqual(['', 'A calm sea at dusk', 'A calm sea at dusk']);
  });

  it('move up when something happens in them', async () => {
    const clock = createFakeClock();
    const projects = createProjects(createMemoryStores().projects, clock, () => undefined);
    const project = projects.create();
    await clock.advance(5000);
    projects.touch(project.id);
    expect(projects.get(project.id)?.updatedAt).toBe(project.updatedAt + 5000);
  });
});

describe('the name from a message', () => {
  it.each([
    ['the first line', 'Neon city\nwith rain', 'Neon city'],
    ['a cut at a word', `${'word '.repeat(20)}`, `${'word '.repeat(9).trim()}…`],
    ['a cut anywhere where there are no words', '海'.repeat(60), `${'海'.repeat(48)}…`],
    ['no half of an emoji', '🌊'.repeat(60), `${'🌊'.repeat(48)}…`],
  ])('is %s', (_what, message, name) => {
    expect(nameFrom(message)).toBe(name);
  });
});
