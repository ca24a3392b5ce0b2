import { expect, it } from 'vitest';
import { productSources, read } from './sources.ts';

/** What turns text into markup or code (W1), in a script that any page loads or in the server. */
const FORBIDDEN =
  /\b(?:innerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe)\b|\bouterHTML\s*=[^=]|\bdocument\.write(?:ln)?\(|\beval\(|\bnew Function\(/u;

it('no script writes markup or makes code out of text', () => {
  const sources = productSources();
  expect(sources.length, 'so that the look can fail').toBeGreaterThan(300);
  expect(sources.filter((file) => FORBIDDEN.test(read(file)))).toEqual([]);
  expect(FORBIDDEN.test('box.innerHTML = name')).toBe(true);
});
