import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Boundary } from '../../../../src/renderer/ui/boundary.tsx';
import { CannotShow, PlainText } from '../../../../src/renderer/ui/cannot-show.tsx';
import { inPieces, longestPiece } from '../../../../src/renderer/locales/pieces.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';

function held(tryAgain: unknown, state: Boundary['state']): string {
  const boundary = new Boundary({ fallback: 'instead', tryAgain, children: 'shown' });
  Object.assign(boundary, { state });
  return renderToStaticMarkup(<>{boundary.render()}</>);
}

describe('a boundary', () => {
  it('shows what it holds, and something else once that threw', () => {
    expect(held('a', { failed: false, at: 'a' })).toBe('shown');
    expect(held('a', { ...Boundary.getDerivedStateFromError(), at: 'a' })).toBe('instead');
  });

  it('tries again when what it holds is another', () => {
    const props = { fallback: null, children: null };
    expect(Boundary.getDerivedStateFromProps({ ...props, tryAgain: 'a' }, { failed: true, at: 'a' })).toBeNull();
    const again = Boundary.getDerivedStateFromProps({ ...props, tryAgain: 'b' }, { failed: true, at: 'a' });
    expect(again).toEqual({ failed: false, at: 'b' });
  });
});

describe('what cannot be shown', () => {
  it('is told with two ways to its words, where it has any', () => {
    inLocale('en');
    const message = renderToStaticMarkup(<CannotShow what="message" text="words" />);
    expect(message.replaceAll('&#x27;', "'")).toMatch(/This message can't be shown.*Show as text.*Copy/);
    expect(renderToStaticMarkup(<CannotShow what="item" />)).not.toContain('Copy');
  });

  it('is drawn in pieces as plain text, with nothing lost', () => {
    const texts = [
      '',
      'short',
      `${'a'.repeat(5_999)}😀${'b c\n'.repeat(9_000)}`,
      '\n'.repeat(20_000),
      '😀'.repeat(8_000),
    ];
    for (const text of texts) {
      expect(inPieces(text).join('')).toBe(text);
      expect(inPieces(text).every((piece) => piece.length <= longestPiece && !/^[\udc00-\udfff]/.test(piece))).toBe(
        true,
      );
    }
    expect(renderToStaticMarkup(<PlainText text={'> a\n*b*'} />)).toContain('&gt; a\n*b*');
  });
});
