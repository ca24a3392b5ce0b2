import { type Random, seededRandom } from '../kernel/random.ts';
import { INDUSTRIES } from './industries.ts';
import type { TalkTag } from './talk-tags.ts';

/** Questions that anybody can ask anybody. */
export const GENERAL_PROMPTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** Questions that fit one tag; an industry has one more than a kind of work. */
export const FITTING_PROMPTS = [1, 2, 3, 4] as const;

/** One question: its number among the general ones (`tag` null) or among those of a tag. */
export type Prompt =
  | { readonly tag: null; readonly number: (typeof GENERAL_PROMPTS)[number] }
  | { readonly tag: TalkTag; readonly number: (typeof FITTING_PROMPTS)[number] };

export const PROMPTS_AT_A_TIME = 3;

/** The numbers of the questions that fit this tag. */
export const numbersOf = (tag: TalkTag): readonly (typeof FITTING_PROMPTS)[number][] =>
  (INDUSTRIES as readonly string[]).includes(tag) ? FITTING_PROMPTS : FITTING_PROMPTS.slice(0, 3);

/**
 * Three questions for this table: two that fit and a general one, as long as there are such. The same person sees the
 * same in the same round on any phone, others at the table see them in another order, and none comes again before all were
 * shown.
 * @param person public id
 * @param tags of the mentors at the table
 * @param page how often "other questions" was pressed
 */
export function promptsFor(person: string, round: number, tags: readonly TalkTag[], page: number): readonly Prompt[] {
  const order = orderOf(seededRandom(seedOf(person, round)), [...new Set(tags)]);
  const from = page * PROMPTS_AT_A_TIME;
  return Array.from({ length: PROMPTS_AT_A_TIME }, (_, index) => order[(from + index) % order.length] as Prompt);
}

const seedOf = (person: string, round: number): number =>
  [...person].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), round);

function orderOf(random: Random, tags: TalkTag[]): readonly Prompt[] {
  const general: Prompt[] = random.shuffle([...GENERAL_PROMPTS]).map((number) => ({ tag: null, number }));
  const piles = random
    .shuffle(tags)
    .map((tag) => random.shuffle([...numbersOf(tag)]).map((number) => ({ tag, number })));
  // one of each tag in turn, so that the first three tell something about all of them
  const fitting = FITTING_PROMPTS.flatMap((_, index) =>
    piles.flatMap((pile): Prompt[] => pile.slice(index, index + 1)),
  );
  const order: Prompt[] = [];
  while (fitting.length > 0) order.push(...fitting.splice(0, PROMPTS_AT_A_TIME - 1), ...general.splice(0, 1));
  return [...order, ...general];
}
