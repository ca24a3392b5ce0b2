import { FEWEST_TOLD, type FeedbackAnswers, feedbackSums } from '@lapwing/shared/event/feedback';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Worth = NonNullable<FeedbackAnswers['worth']>;
const times = (count: number, worth: Worth): FeedbackAnswers[] => Array.from({ length: count }, () => ({ worth }));
const shown = (said: readonly FeedbackAnswers[]): string =>
  feedbackSums(said)
    .worth.map(({ answers, count }) => `${answers.join('+')} ${count}`)
    .join(', ');

describe('what an organiser sees of answers', () => {
  it.each<[number, number, number, string]>([
    [40, 10, 4, 'yes 40, partly 10, no 4'],
    [30, 3, 3, 'yes 30, partly 3, no 3'],
    [40, 7, 1, 'yes 40, partly+no 8'],
    [1, 7, 40, 'yes+partly 8, no 40'],
    [20, 2, 20, 'yes 20, partly+no 22'],
    [10, 1, 1, ''],
    [53, 0, 1, ''],
    [9, 0, 0, 'yes 9, partly 0, no 0'],
    [0, 0, 0, ''],
  ])('of %i yes, %i partly and %i no is "%s"', (yes, partly, no, words) => {
    expect(shown([...times(yes, 'yes'), ...times(partly, 'partly'), ...times(no, 'no')])).toBe(words);
  });

  it('comes in threes: whoever looks after each answer sees none of them alone', () => {
    const six = [...times(3, 'yes'), ...times(3, 'no')];
    expect(shown(times(2, 'yes'))).toBe('');
    expect(shown(six)).toBe('yes 3, partly 0, no 3');
    for (const more of [1, 2]) expect(shown([...six, ...times(more, 'no')])).toBe(shown(six));
    expect(shown([...six, ...times(3, 'no')])).toBe('yes 3, partly 0, no 6');
  });

  it('never is a sum of one or two, whatever was said, and leaves nobody out', () => {
    const one = fc.record({ worth: fc.constantFrom<Worth>('yes', 'partly', 'no') });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (said) => {
        const { worth } = feedbackSums(said);
        expect(worth.filter(({ count }) => count > 0 && count < FEWEST_TOLD)).toEqual([]);
        if (worth.length === 0) return;
        expect(worth.flatMap(({ answers }) => answers)).toEqual(['yes', 'partly', 'no']);
        const all = worth.reduce((sum, { count }) => sum + count, 0);
        expect(all).toBe(said.length - (said.length % FEWEST_TOLD));
      }),
    );
  });

  it('counts each question for itself', () => {
    const said = [...times(3, 'yes'), { time: 'long' }, { time: 'long' }, { time: 'long' }] as FeedbackAnswers[];
    expect(feedbackSums(said).time.map(({ count }) => count)).toEqual([0, 0, 3]);
    expect(feedbackSums(said).again).toEqual([]);
  });
});
