import { INDUSTRIES } from '@lapwing/shared/careers/industries';
import { ORGANISATION_KINDS } from '@lapwing/shared/careers/organisation-kinds';
import { ROLES } from '@lapwing/shared/careers/roles';
import { describe, expect, it } from 'vitest';
import de from '../../../client/locales/careers/de.json' with { type: 'json' };
import en from '../../../client/locales/careers/en.json' with { type: 'json' };
import { sameIndustry } from '../../../shared/src/rotation/wishes.ts';

type Texts = Readonly<Record<string, string>>;
const LANGUAGES: readonly (readonly [string, Texts])[] = [
  ['English', en],
  ['German', de],
];
const LISTS: readonly (readonly [string, readonly string[], number])[] = [
  ['industry', INDUSTRIES, 18],
  ['role', ROLES, 24],
  ['organisation', ORGANISATION_KINDS, 5],
];

describe.each(LISTS)('each %s', (kind, ids, count) => {
  it.each(LANGUAGES)(`is one of ${count}, with an id and a label of its own, and a plain line, in %s`, (_, texts) => {
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(new Set(ids.map((id) => texts[`${kind}.${id}`])).size).toBe(count);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      const words = texts[`${kind}.${id}.line`]?.split(' ').length ?? 0;
      expect(words, id).toBeGreaterThan(3);
      expect(words, id).toBeLessThan(17);
    }
  });
});

it.each(LANGUAGES)('no word in %s is of a list that is not there', (_, texts) => {
  const known = new Set(LISTS.flatMap(([kind, ids]) => ids.flatMap((id) => [`${kind}.${id}`, `${kind}.${id}.line`])));
  expect(Object.keys(texts).filter((id) => !known.has(id))).toEqual([]);
});

describe('industries and the planner', () => {
  const label = (id: string): string => (en as Texts)[`industry.${id}`] ?? '';

  it('takes an id for the same as its label, as an import or a mentor may have written it', () => {
    for (const id of INDUSTRIES) expect(sameIndustry(id, label(id)), id).toBe(true);
    expect(sameIndustry('energy', 'Energy & climate')).toBe(true);
  });

  it('takes no two ids for the same', () => {
    const pairs = INDUSTRIES.flatMap((one) => INDUSTRIES.filter((other) => other !== one).map((other) => [one, other]));
    for (const [one = '', other = ''] of pairs) expect(sameIndustry(one, label(other))).toBe(false);
  });
});
