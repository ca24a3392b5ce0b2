import { seededRandom } from '@lapwing/shared/kernel/random';

const PROMPTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export type PromptNumber = (typeof PROMPTS)[number];

export const PROMPTS_AT_A_TIME = 3;

/**
 * Three of the twelve questions. The same person sees the same three in the same round, on any phone.
 * @param person public id
 * @param page how often "other questions" was pressed; after four times it starts again
 */
export function promptsFor(person: string, round: number, page: number): readonly PromptNumber[] {
  const seed = [...person].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), round);
  const order = seededRandom(seed).shuffle([...PROMPTS]);
  const from = (page * PROMPTS_AT_A_TIME) % order.length;
  return order.slice(from, from + PROMPTS_AT_A_TIME);
}
