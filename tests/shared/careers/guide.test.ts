import { GUIDE } from '@lapwing/shared/careers/guide/guide';
import type { GuideTag } from '@lapwing/shared/careers/guide/guide-text';
import { MIX_UP_IDS, MIX_UPS, mixUpsOf } from '@lapwing/shared/careers/guide/mix-ups';
import { NEIGHBOURS, neighboursOf } from '@lapwing/shared/careers/guide/neighbours';
import { TAG_NAMES } from '@lapwing/shared/careers/guide/tag-names';
import { INDUSTRIES } from '@lapwing/shared/careers/industries';
import { ROLES } from '@lapwing/shared/careers/roles';
import { LANGUAGE_TAGS } from '@lapwing/shared/kernel/language';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../house/sources.ts';

const TAGS: readonly GuideTag[] = [...INDUSTRIES, ...ROLES];
/** Words of running text for one tag. */
const FEWEST_WORDS = 90;
const MOST_WORDS = 160;
const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;

describe.each(LANGUAGE_TAGS)('the career guide in %s', (language) => {
  const { tags, neighbours, mixUps } = GUIDE[language];

  it('G1 has every tag once, and no other', () => {
    expect(Object.keys(tags).sort()).toEqual([...TAGS].sort());
    expect(new Set(TAGS).size).toBe(TAGS.length);
  });

  it.each(TAGS)('G1 %s: says enough and not too much, with first jobs and questions to ask', (tag) => {
    const { what, day, wayIn, firstJobs, ask } = tags[tag];
    const count = wordsIn(`${what} ${day} ${wayIn}`);
    expect(count).toBeGreaterThanOrEqual(FEWEST_WORDS);
    expect(count).toBeLessThanOrEqual(MOST_WORDS);
    for (const text of [what, day, wayIn]) expect(text).toMatch(/^[\p{Lu}„“].*[.?!]$/su);
    expect(firstJobs.length).toBeGreaterThanOrEqual(3);
    expect(ask.length).toBeGreaterThanOrEqual(2);
    expect(firstJobs.every((job) => /^\p{Lu}/u.test(job) && !job.endsWith('.'))).toBe(true);
    expect(ask.every((question) => /^\p{Lu}.*\?$/u.test(question))).toBe(true);
  });

  it('G1 calls the tags as the forms do', () => {
    const forms = readJson<Readonly<Record<string, string>>>(`client/locales/careers/${language}.json`);
    const asForms = (kind: string, ids: readonly string[]) =>
      ids.map((id) => [id, { name: forms[`${kind}.${id}`], line: forms[`${kind}.${id}.line`] }]);
    expect(TAG_NAMES[language]).toEqual(
      Object.fromEntries([...asForms('industry', INDUSTRIES), ...asForms('role', ROLES)]),
    );
  });

  it('G2 parts every two neighbours in a sentence of its own', () => {
    expect(Object.keys(neighbours)).toEqual(NEIGHBOURS.map((pair) => pair.join('/')));
    const texts = Object.values(neighbours);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => wordsIn(text) < 10)).toEqual([]);
  });

  it('has a text for each side of what is mixed up', () => {
    expect(Object.keys(mixUps)).toEqual(MIX_UP_IDS);
    for (const id of MIX_UP_IDS) {
      const { title, sides, tell } = mixUps[id];
      expect(sides.length, id).toBe(MIX_UPS[id].length);
      for (const text of [title, tell, ...sides.flatMap(({ name, is }) => [name, is])]) expect(text).not.toBe('');
    }
  });

  it('copies no text from one tag to another', () => {
    const texts = TAGS.flatMap((tag) => [tags[tag].what, tags[tag].day, tags[tag].wayIn, ...tags[tag].ask]);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});

describe('what stands beside what', () => {
  it('G2 is said on both pages, and every tag has at least a neighbour of its own kind', () => {
    for (const tag of TAGS) {
      const beside = neighboursOf(tag);
      expect(beside.length, tag).toBeGreaterThanOrEqual(1);
      for (const { tag: other, key } of beside) {
        expect(neighboursOf(other)).toContainEqual({ tag, key });
        expect((INDUSTRIES as readonly string[]).includes(tag)).toBe((INDUSTRIES as readonly string[]).includes(other));
      }
    }
    expect(new Set(NEIGHBOURS.map((pair) => [...pair].sort().join())).size).toBe(NEIGHBOURS.length);
  });

  it('G2 mixed up: each side that is a tag has it on its page', () => {
    for (const id of MIX_UP_IDS)
      for (const tag of MIX_UPS[id]) {
        if (tag === null) continue;
        expect(TAGS).toContain(tag);
        expect(mixUpsOf(tag)).toContain(id);
      }
  });

  it('G2 every two tags that are mixed up are neighbours', () => {
    const apart = MIX_UP_IDS.flatMap((id) => {
      const sides = (MIX_UPS[id] as readonly (string | null)[]).filter((tag) => tag !== null);
      return sides.flatMap((one, at) =>
        sides
          .slice(at + 1)
          .flatMap((other) => (neighboursOf(one).some(({ tag }) => tag === other) ? [] : [`${one} and ${other}`])),
      );
    });
    expect(apart).toEqual([]);
  });
});
