import { expect, it } from 'vitest';
import { randomText } from '../../../client/src/kit/random-text.ts';

it('is another text each time, of the letters that addresses and keys may have', () => {
  const texts = new Set(Array.from({ length: 200 }, () => randomText(18)));
  expect(texts.size).toBe(200);
  for (const text of texts) expect(text).toMatch(/^[A-Za-z0-9_-]{24}$/u);
});
