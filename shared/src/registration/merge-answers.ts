/** What a form says against what is written down by now, with what it had shown: nobody's word is lost in silence. */
export interface MergedAnswers<Answers> {
  /** What would be written down; where both changed the same, what the form says. */
  readonly answers: Answers;
  /** Where both changed the same to something else, e.g. "question" or "card.jobTitle". */
  readonly conflicts: readonly string[];
}

/**
 * Takes over what somebody changed, and leaves what they did not as it is by now.
 * @param now what is written down
 * @param was what the form showed when it was opened
 * @param said what it says when it is sent
 */
export function mergeAnswers<Answers extends object>(
  now: Answers,
  was: Answers,
  said: Answers,
): MergedAnswers<Answers> {
  const conflicts: string[] = [];
  const merged = Object.entries(said).map(([field, word]) => {
    const [here, before] = [partOf(now, field), partOf(was, field)];
    if (isGroup(word) && isGroup(here) && isGroup(before)) {
      const inside = mergeAnswers(here, before, word);
      conflicts.push(...inside.conflicts.map((part) => `${field}.${part}`));
      return [field, inside.answers];
    }
    if (isSame(word, before)) return [field, here];
    if (!isSame(here, before) && !isSame(here, word)) conflicts.push(field);
    return [field, word];
  });
  return { answers: { ...now, ...Object.fromEntries(merged) }, conflicts };
}

/** What stands at a field, "card.jobTitle" too. */
export const answerAt = (answers: object, field: string): unknown =>
  field.split('.').reduce<unknown>((part, step) => partOf(part as object, step), answers);

const partOf = (whole: object, field: string): unknown => (whole as Readonly<Record<string, unknown>>)[field];

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
