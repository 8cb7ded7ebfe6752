import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { SourceMenu } from '../../src/renderer/player/source-menu.tsx';
import { tellFilm, tellTroubles } from '../../src/renderer/state/films.ts';
import type { Clip } from '../../src/shared/composition/composition.ts';
import { aClip } from '../support/clip-sample.ts';
import { cut, segment } from '../unit/renderer/timeline/cuts.ts';
import { view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const clip = (name: string, hasPicture = true): Clip =>
  aClip({ id: name, segment: name, name, hasPicture, source: { mediaId: `id of ${name}` } });
const timeline = cut(['video', [segment(0, 1000)]]);
const around = { openProjectId: 'p1', views: { p1: view({ timeline }) } };
const names = {
  en: { menu: 'Choose what to show', film: 'Video' },
  zh: { menu: '选择显示内容', film: '视频' },
} as const;

describe.each(['en', 'zh'] as const)('what can be shown on the stage, in %s', (locale) => {
  const choices = async () =>
    (await screen.findAllByRole('menuitemradio')).map((one) => [one.textContent, one.getAttribute('aria-checked')]);

  beforeEach(() => {
    tellFilm({
      projectId: 'p1',
      version: 1,
      composition: {
        canvas: { width: 1280, height: 720 },
        rate: { numerator: 30, denominator: 1 },
        frames: 30,
        tracks: [[clip('city'), clip('ocean'), clip('odd')], [clip('Lo-fi', false)]],
        doubts: [],
      },
    });
    tellTroubles(new Map([['id of odd', 'cannot-decode']]));
  });

  it('is what has a picture that can be seen here, with a mark at what is shown', async () => {
    const { film, menu } = names[locale];
    const { user, state } = show(<SourceMenu />, locale, around);
    await user.click(screen.getByRole('button', { name: menu }));
    expect(await choices()).toEqual([
      [film, 'true'],
      ['city', 'false'],
      ['ocean', 'false'],
    ]);
    await expectAccessible();
    await user.click(screen.getByRole('menuitemradio', { name: 'ocean' }));
    expect(state().player.watched).toMatchObject({ kind: 'clip', mediaId: 'id of ocean', name: 'ocean' });
  }, 20_000);

  it('leads back from a clip to the video', async () => {
    const { film, menu } = names[locale];
    const ocean = { kind: 'clip', projectId: 'p1', mediaId: 'id of ocean', name: 'ocean' } as const;
    const player = { past: null, beside: null, watched: ocean };
    const { user, state } = show(<SourceMenu />, locale, { ...around, player });
    await user.click(screen.getByRole('button', { name: menu }));
    expect(await choices()).toContainEqual(['ocean', 'true']);
    await user.click(screen.getByRole('menuitemradio', { name: film }));
    expect(state().player.watched).toBeNull();
  }, 20_000);
});
