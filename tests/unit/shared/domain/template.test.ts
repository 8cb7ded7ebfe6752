import { describe, expect, it } from 'vitest';
import {
  fillTemplate,
  messageFor,
  messagePlaceholders,
  unknownPlaceholders,
  withoutExtension,
} from '../../../../src/shared/domain/template.ts';

describe('a template', () => {
  it('takes the name without its extension, and the number without zeros before it', () => {
    expect(messageFor('Trim {name} ({n})', '海 sea.v2.MP4', 7)).toBe('Trim 海 sea.v2 (7)');
    expect(messageFor('  {name}{name}\n', 'a.mov', 1)).toBe('aa');
  });

  it('keeps what it does not know, and braces that name nothing', () => {
    expect(messageFor('{foo} {} { name } {{name}} {constructor}', 'a.mp4', 1)).toBe(
      '{foo} {} { name } {a} {constructor}',
    );
  });

  it('does not fill in what came out of a name', () => {
    expect(messageFor('{name}', '{n}.mp4', 3)).toBe('{n}');
    expect(fillTemplate('{name}', { name: '$& $1' })).toBe('$& $1');
  });

  it('tells the placeholders that mean nothing, each once', () => {
    expect(unknownPlaceholders('{name} {foo} {n} {Foo} {foo} {}', messagePlaceholders)).toEqual(['{foo}', '{Foo}']);
    expect(unknownPlaceholders('no braces', messagePlaceholders)).toEqual([]);
  });

  it('leaves a name that is all extension', () => {
    expect([withoutExtension('.mp4'), withoutExtension('clip'), withoutExtension('a.b.mp4')]).toEqual([
      '.mp4',
      'clip',
      'a.b',
    ]);
  });
});
