import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { pseudo } from '../../../client/src/gallery/pseudo.ts';

/** What an English message says in the invented language. */
function said(message: string, values: Record<string, unknown> = {}): string {
  const messages = pseudo({ it: compileMessageOrThrow(message) } as never);
  return setupI18n({ locale: 'en', messages: { en: messages } })._('it', values);
}

describe('the invented language', () => {
  it('accents words, leaves values, and stands in brackets', () => {
    expect(said('Table {number}', { number: 'Avocet' })).toMatch(/^\[Ţåƀļé Avocet.*\]$/u);
  });

  it.each(['Live', 'Move now', 'If the big screen differs, follow the screen.'])(
    'makes %j two fifths longer',
    (text) => {
      const { length } = said(text).slice(1, -1);
      expect(length).toBeGreaterThanOrEqual(Math.floor(text.length * 1.4));
      expect(length).toBeLessThan(text.length * 1.7 + 2);
    },
  );

  it('goes into plurals and choices', () => {
    const message = '{count, plural, one {# table} other {# tables}}{what, select, a {, early} other {}}';
    expect(said(message, { count: 2, what: 'a' })).toMatch(/^\[2 ţåƀļéš.*, éåŕļý.*\]$/u);
    expect(said(message, { count: 1, what: 'b' })).toMatch(/^\[1 ţåƀļé[^s]*\]$/u);
  });

  it('keeps the parts of a message that is cut, each in brackets', () => {
    expect(said('Move|now').split('|')).toEqual([
      expect.stringMatching(/^\[Ṁöṽé\]$/u),
      expect.stringMatching(/^\[ñöŵ.*\]$/u),
    ]);
  });
});
