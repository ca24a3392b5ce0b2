/** What people are asked once the evening is over, and what of their answers an organiser may see. */

/** The questions with their answers, each in the order of a scale. The words are the pages'. */
export const FEEDBACK = {
  /** Was it worth the evening? */
  worth: ['yes', 'partly', 'no'],
  /** How was the time at each table? */
  time: ['short', 'right', 'long'],
  /** Would you come again? */
  again: ['yes', 'maybe', 'no'],
} as const;

export type FeedbackQuestion = keyof typeof FEEDBACK;
export type FeedbackAnswer<Question extends FeedbackQuestion = FeedbackQuestion> = (typeof FEEDBACK)[Question][number];
/** What one person said; a question that is missing was not answered. */
export type FeedbackAnswers = { readonly [Question in FeedbackQuestion]?: FeedbackAnswer<Question> };

export const FEEDBACK_QUESTIONS = Object.keys(FEEDBACK) as readonly FeedbackQuestion[];

/** Fewer than so many people are never shown as a number: whoever knows who was there could tell who said it. */
export const FEWEST_TOLD = 3;

/** Neighbouring answers of a scale, and how many people gave one of them. */
export interface FeedbackSum {
  readonly answers: readonly FeedbackAnswer[];
  readonly count: number;
}
export type FeedbackSums = Readonly<Record<FeedbackQuestion, readonly FeedbackSum[]>>;

/**
 * The answers as sums. People come in by threes, so that nobody who looks twice sees what the one said who came in
 * between; what fewer than three said is added to its neighbour on the scale. Where that leaves one sum, there is none.
 * @param said in the order in which it was said
 */
export function feedbackSums(said: readonly FeedbackAnswers[]): FeedbackSums {
  const told = said.slice(0, said.length - (said.length % FEWEST_TOLD));
  const of = (question: FeedbackQuestion): readonly FeedbackSum[] => {
    const sums = FEEDBACK[question].map((answer) => ({
      answers: [answer],
      count: told.filter((answers) => answers[question] === answer).length,
    }));
    const safe = gathered(sums);
    return safe.length > 1 && safe.some(({ count }) => count > 0) ? safe : [];
  };
  return { worth: of('worth'), time: of('time'), again: of('again') };
}

/** Adds a sum of one or two people to the smaller of its neighbours, until there is none. */
function gathered(sums: readonly FeedbackSum[]): readonly FeedbackSum[] {
  const small = sums.findIndex(({ count }) => count > 0 && count < FEWEST_TOLD);
  const one = sums[small];
  if (!one || sums.length === 1) return sums;
  const [before, after] = [sums[small - 1], sums[small + 1]];
  const withBefore = before !== undefined && (after === undefined || before.count < after.count);
  const from = withBefore ? small - 1 : small;
  const pair = sums.slice(from, from + 2);
  const sum = {
    answers: pair.flatMap(({ answers }) => answers),
    count: pair.reduce((all, { count }) => all + count, 0),
  };
  return gathered(sums.toSpliced(from, 2, sum));
}
