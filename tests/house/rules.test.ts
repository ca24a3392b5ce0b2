import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from './sources.ts';

/** Rule numbers in the titles of tests: "R12 …", "R42 to R44 …". */
function rulesInTitles(folder: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.test\.tsx?$/u.test(entry)) continue;
    for (const [, title = ''] of read(join(folder, entry)).matchAll(
      /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*['"`](.*)/gu,
    )) {
      for (const [, letter = '', first = '', last = first] of title.matchAll(
        /\b([CRLKNEMGH])(\d+)(?: to [CRLKNEMGH](\d+))?/gu,
      )) {
        for (let rule = Number(first); rule <= Number(last); rule++) found.add(`${letter}${rule}`);
      }
    }
  }
  return found;
}

describe.each([
  ['shared/src/rotation/SPEC.md', 20],
  ['shared/src/live/SPEC.md', 20],
  ['shared/src/privacy/SPEC.md', 12],
  ['shared/src/notes/SPEC.md', 8],
  ['shared/src/event/SPEC.md', 9],
  ['shared/src/matching/SPEC.md', 25],
  ['shared/src/careers/SPEC.md', 5],
  ['shared/src/introductions/SPEC.md', 20],
  ['shared/src/community/SPEC.md', 18],
] as const)('the rules of %s', (spec, least) => {
  it('each have a test that begins with their number', () => {
    const rules = [...read(spec).matchAll(/^- \*\*([CRLKNEMGH]\d+)\*\*/gmu)].map(([, rule = '']) => rule);
    const tested = rulesInTitles('tests');
    expect(rules.length).toBeGreaterThan(least);
    expect(rules.filter((rule) => !tested.has(rule))).toEqual([]);
  });
});
