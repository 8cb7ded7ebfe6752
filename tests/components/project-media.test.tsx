import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ProjectMedia } from '../../src/renderer/project-media/project-media.tsx';
import type { ProjectMediaItem } from '../../src/shared/domain/project-media.ts';
import { project } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: { region: 'Media', empty: 'No files yet', own: 'Yours', gone: 'moved or deleted', close: 'Close media' },
  zh: { region: '素材', empty: '还没有素材', own: '你的', gone: '已移动或删除', close: '关闭素材' },
} as const;
const buttons = {
  en: { play: 'Play city', attach: 'Attach city again', save: 'Save city…' },
  zh: { play: '播放“city”', attach: '再次添加“city”', save: '保存“city”…' },
} as const;

const city: ProjectMediaItem = {
  mediaId: 'm1',
  infoId: null,
  kind: 'video',
  origin: 'made',
  name: 'city',
  bytes: 0,
  here: false,
};
const beach: ProjectMediaItem = {
  ...city,
  mediaId: 'm2',
  origin: 'own',
  name: 'beach.jpg',
  kind: 'image',
  bytes: 9,
  here: true,
};
const lost: ProjectMediaItem = { ...beach, mediaId: 'm3', name: 'lost.mov', kind: 'video', here: false };

const around = (...items: readonly ProjectMediaItem[]) => ({
  projects: [project()],
  openProjectId: 'p1',
  popover: 'projectMedia' as const,
  answer: { 'projectMedia.list': items },
});

describe.each(['en', 'zh'] as const)('the media of a project, in %s', (locale) => {
  const t = names[locale];

  it('says what will be there', async () => {
    show(<ProjectMedia />, locale, around());
    expect(await screen.findByText(t.empty)).toBeDefined();
    await expectAccessible();
  });

  it('plays, attaches and saves a clip', async () => {
    const { user, requests, state } = show(<ProjectMedia />, locale, around(city));
    await user.click(await screen.findByRole('button', { name: buttons[locale].play }));
    expect(state().player.watched).toEqual({ kind: 'clip', projectId: 'p1', mediaId: 'm1', name: 'city' });
    await user.click(screen.getByRole('button', { name: buttons[locale].attach }));
    await user.click(screen.getByRole('button', { name: buttons[locale].save }));
    const input = { projectId: 'p1', mediaId: 'm1' };
    expect(requests().slice(-2)).toEqual([
      { name: 'projectMedia.attach', input },
      { name: 'projectMedia.save', input },
    ]);
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('city'));
    await expectAccessible();
  });

  it('shows only what was asked for, and nothing to do with what is gone', async () => {
    const { user } = show(<ProjectMedia />, locale, around(city, beach, lost));
    expect(await screen.findByText('city')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: t.own }));
    expect(screen.queryByText('city')).toBeNull();
    const row = screen.getByText('lost.mov').closest('li');
    expect(within(row ?? document.body).queryAllByRole('button')).toEqual([]);
    expect(screen.getByText(t.gone)).toBeDefined();
  });

  it('has the focus from its first moment, and goes by Escape', async () => {
    const { user, state } = show(<ProjectMedia />, locale, around(city));
    expect(screen.getByRole('region', { name: t.region }).contains(document.activeElement)).toBe(true);
    await user.click(await screen.findByRole('button', { name: buttons[locale].attach }));
    await user.keyboard('{Escape}');
    expect(state().popover).toBeNull();
  });

  it('draws of many files only those in sight', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...city, mediaId: `m${index}`, name: `clip ${index}` }));
    show(<ProjectMedia />, locale, around(...many));
    expect(await screen.findByText('clip 0')).toBeDefined();
    expect(screen.getAllByRole('listitem').length).toBeLessThan(60);
  });
});
