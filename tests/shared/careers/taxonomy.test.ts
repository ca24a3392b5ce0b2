import { describe, expect, it } from 'vitest';
import type { CareerTag } from '../../../shared/src/careers/career-tag.ts';
import { INDUSTRIES, industryLabel } from '../../../shared/src/careers/industries.ts';
import { ORGANISATION_KINDS, organisationLabel } from '../../../shared/src/careers/organisation-kinds.ts';
import { ROLES, roleLabel } from '../../../shared/src/careers/roles.ts';
import { sameIndustry } from '../../../shared/src/rotation/wishes.ts';

const lists: readonly (readonly [string, readonly CareerTag[], number])[] = [
  ['industries', INDUSTRIES, 18],
  ['roles', ROLES, 24],
  ['kinds of organisation', ORGANISATION_KINDS, 5],
];

describe.each(lists)('the %s', (_, tags, count) => {
  it(`are ${count}, each with an id and a label of its own, and a plain line`, () => {
    expect(tags).toHaveLength(count);
    expect(new Set(tags.map(({ id }) => id)).size).toBe(count);
    expect(new Set(tags.map(({ label }) => label)).size).toBe(count);
    for (const { id, line } of tags) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(line.split(' ').length).toBeGreaterThan(3);
      expect(line.split(' ').length).toBeLessThan(16);
    }
  });
});

describe('industries and the planner', () => {
  it('takes an id for the same as its label, as an import or a mentor may have written it', () => {
    for (const { id, label } of INDUSTRIES) expect(sameIndustry(id, label), id).toBe(true);
    expect(sameIndustry('energy', 'Energy & climate')).toBe(true);
  });

  it('takes no two ids for the same', () => {
    const pairs = INDUSTRIES.flatMap((one) => INDUSTRIES.filter((other) => other !== one).map((other) => [one, other]));
    for (const [one, other] of pairs) expect(sameIndustry(one?.id ?? '', other?.label ?? '')).toBe(false);
  });
});

describe('labels', () => {
  it('are shown for ids, and words of an import stand for themselves', () => {
    expect(industryLabel('law')).toBe('Law, property & construction');
    expect(industryLabel('Space travel')).toBe('Space travel');
    expect(roleLabel('quant')).toBe('Quantitative developer');
    expect(organisationLabel('scale-up')).toBe('Scale-up');
  });
});
