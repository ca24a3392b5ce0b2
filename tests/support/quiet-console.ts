/** A test that prints an error or a warning fails: nobody reads the log of a green run. */
import { afterAll, afterEach, expect } from 'vitest';

const printed: string[] = [];
const record =
  (kind: string) =>
  (...what: unknown[]): void => {
    printed.push(`${kind}: ${what.map(String).join(' ')}`);
  };
console.error = record('console.error');
console.warn = record('console.warn');

const mustBeQuiet = (): void => {
  expect(printed.splice(0), 'a test must not print errors or warnings').toEqual([]);
};
afterEach(mustBeQuiet);
afterAll(mustBeQuiet);

// Without Vitest's globals the library does not clean up by itself. Hooks run last first, so this one precedes the check.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/preact');
  afterEach(cleanup);
}
