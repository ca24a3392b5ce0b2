import { INDUSTRIES } from '@lapwing/shared/careers/industries';
import {
  GENERAL_PROMPTS,
  numbersOf,
  PROMPTS_AT_A_TIME,
  type Prompt,
  promptsFor,
} from '@lapwing/shared/careers/prompts';
import { ROLES } from '@lapwing/shared/careers/roles';
import { LEVELS, type TalkTag, talkTags } from '@lapwing/shared/careers/talk-tags';
import { EMPTY_CARD, type MentorCard } from '@lapwing/shared/event/roster';
import { describe, expect, it } from 'vitest';
import de from '../../../client/locales/prompts/de.json' with { type: 'json' };
import en from '../../../client/locales/prompts/en.json' with { type: 'json' };

const ALL: readonly TalkTag[] = [...INDUSTRIES, ...ROLES, ...LEVELS];
const card = (more: Partial<MentorCard>): MentorCard => ({ ...EMPTY_CARD, ...more });
const name = ({ tag, number }: Prompt): string => `${tag} ${number}`;
const page = (person: string, round: number, tags: readonly TalkTag[], at: number): string[] =>
  promptsFor(person, round, tags, at).map(name);

describe('what questions go by', () => {
  it('is the industry, the kinds of work and how long somebody works, by id or in the words of an import', () => {
    expect(talkTags(card({ industry: 'energy', roles: ['product', 'design'], yearsInWork: '12' }))).toEqual([
      ...['energy', 'product', 'design', 'senior'],
    ]);
    expect(talkTags(card({ industry: 'Energy & climate', roles: ['Product manager'] }))).toEqual(['energy', 'product']);
    expect(talkTags(card({ yearsInWork: '2 years' }))).toEqual(['early']);
    expect(talkTags(card({ yearsInWork: 'since 1998' }))).toEqual([]);
    expect(talkTags(card({ industry: 'Beekeeping', roles: ['Manager of a hotel'], yearsInWork: '5' }))).toEqual([]);
  });

  it('has no id in two lists', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
  });
});

describe('prompts', () => {
  const tags: readonly TalkTag[] = ['software', 'product', 'senior'];

  it('are the same for a person and a round, and others in another round', () => {
    expect(page('k3v9', 3, tags, 0)).toEqual(page('k3v9', 3, tags, 0));
    const rounds = [1, 2, 3, 4, 5, 6].map((round) => page('k3v9', round, tags, 0).join());
    expect(new Set(rounds).size).toBeGreaterThan(4);
  });

  it('begin with two that fit the mentor, of two tags, and one for anybody', () => {
    for (const person of ['k3v9', 'p7mm', 'x2ab', 'zz41']) {
      const [one, two, three] = promptsFor(person, 1, tags, 0);
      expect(one?.tag).not.toBeNull();
      expect(two?.tag).not.toBeNull();
      expect(one?.tag).not.toBe(two?.tag);
      expect(three?.tag).toBeNull();
    }
  });

  it('differ between the people at one table', () => {
    const people = Array.from({ length: 60 }, (_, index) => `p${index * 7919}`);
    const first = people.map((person) => page(person, 2, tags, 0).sort().join());
    const tables = Array.from({ length: 10 }, (_, table) => first.slice(table * 6, table * 6 + 6));
    for (const table of tables) expect(new Set(table).size).toBeGreaterThanOrEqual(5);
  });

  it.each([{ with: [] }, { with: tags }, { with: ['banking'] as const }])(
    'all come before one comes again: %j',
    (of) => {
      const count = GENERAL_PROMPTS.length + of.with.reduce((sum, tag) => sum + numbersOf(tag).length, 0);
      const shown = Array.from({ length: Math.ceil(count / PROMPTS_AT_A_TIME) }, (_, at) =>
        page('k3v9', 3, of.with, at),
      );
      expect(new Set(shown.flat().slice(0, count)).size).toBe(count);
      expect(shown.flat().slice(count)).toEqual(shown.flat().slice(0, shown.flat().length - count));
    },
  );

  it.each([
    ['English', en as Readonly<Record<string, string>>],
    ['German', de as Readonly<Record<string, string>>],
  ])('has words for every tag, each a question of its own of at most 15 words, in %s', (_, texts) => {
    const ids = ALL.flatMap((tag) => numbersOf(tag).map((number) => `prompt.${tag}.${number}`));
    expect(Object.keys(texts).sort()).toEqual([...ids].sort());
    expect(new Set(Object.values(texts)).size).toBe(ids.length);
    for (const [id, text] of Object.entries(texts)) {
      expect(text, id).toMatch(/\?/u);
      expect(text.split(' ').length, id).toBeLessThanOrEqual(16);
    }
  });
});
