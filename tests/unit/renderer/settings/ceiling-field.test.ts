import { expect, it } from 'vitest';
import { ceilingFrom } from '../../../../src/renderer/settings/ceiling-field.tsx';

it.each([
  ['200', 200],
  [' 200 ', 200],
  ['２００', 200],
  ['', null],
  ['0', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['1000001', undefined],
  ['many', undefined],
])('%j as a ceiling', (text, ceiling) => expect(ceilingFrom(text)).toBe(ceiling));
