import { Tooltip } from '@base-ui/react/tooltip';
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Controls } from '../../src/renderer/player/controls.tsx';
import { initialState } from '../../src/renderer/state/model.ts';
import { usePlayhead } from '../../src/renderer/state/playhead.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: { seek: 'Seek', at: '0:03.0 of 0:10.0', volume: 'Volume' },
  zh: { seek: '播放进度', at: '0:03.0，共 0:10.0', volume: '音量' },
} as const;

describe.each(['en', 'zh'] as const)('the controls of the player in %s', (locale) => {
  const words = names[locale];
  const valueOf = (name: string): string | null => screen.getByRole('slider', { name }).getAttribute('aria-valuetext');

  it('tell in words where the video stands and how loud it is', async () => {
    const preferences = { ...initialState.preferences, volume: 0.35, muted: false };
    const { change } = show(
      <Tooltip.Provider>
        <Controls usable onFullscreen={() => undefined} />
      </Tooltip.Provider>,
      locale,
      { preferences },
    );
    act(() => usePlayhead.setState({ seconds: 3, duration: 10 }));
    expect(valueOf(words.seek)).toBe(words.at);
    expect(valueOf(words.volume)).toBe('35%');
    change({ preferences: { ...preferences, muted: true } });
    expect(valueOf(words.volume)).toBe('0%');
    await expectAccessible();
  });
});
