import { type AttendeeId, introductionId, suggestionId } from '@lapwing/shared/kernel/ids';
import type { EveningIntroductions, MadeIntroduction } from '@lapwing/shared/protocol/introductions-api';
import { at } from '../fixtures.ts';
import { mentors, students } from './invented-evening.ts';

const of = (one: { id: AttendeeId; name: string } | undefined) => ({
  id: one?.id ?? ('' as AttendeeId),
  name: one?.name ?? '',
});

const WORDS = `You both said at Careers Night, in round 3, that you would like to stay in touch.

What was asked: Do I need a master’s degree to begin, or is a good project enough?

A first step: write when you have half an hour in the next two weeks.`;

const made = (nth: number, more: Partial<MadeIntroduction>): MadeIntroduction => ({
  ...{ id: introductionId(`i${nth}`), student: of(students[nth]), mentor: of(mentors[nth % mentors.length]) },
  ...{ madeAt: at(82), state: 'sent', by: 'mail', sentAt: at(83), reason: '', words: WORDS },
  ...more,
});

export const SEALED: EveningIntroductions = {
  ...{
    sending: 'at-once',
    bell: null,
    requests: 17,
    waiting: 0,
    soon: 0,
    full: 0,
    slack: false,
    introductions: [],
    without: [],
  },
  suggestions: { proposed: [], asked: [], unready: 0, alone: 0 },
};

export const SENT: EveningIntroductions = {
  ...SEALED,
  ...{ bell: at(70), requests: 61, waiting: 9, full: 2 },
  introductions: [
    made(0, {}),
    made(1, { by: 'slack' }),
    made(2, { state: 'sending', sentAt: null }),
    made(3, { state: 'trouble', sentAt: null, reason: '550 5.1.1 No such user here' }),
  ],
  without: students.slice(8, 13).map(of),
};

/** The last bell has just rung: what both want is agreed, and nothing has gone out. */
export const SOON: EveningIntroductions = {
  ...SEALED,
  ...{ bell: at(70), requests: 61, waiting: 9, soon: 4, full: 1, without: students.slice(8, 13).map(of) },
};

export const DRAFTS: EveningIntroductions = {
  ...SENT,
  sending: 'by-hand',
  introductions: [
    made(0, { state: 'draft', by: null, sentAt: null }),
    made(1, { state: 'draft', by: null, sentAt: null }),
    made(2, { state: 'held', by: null, sentAt: null }),
    made(3, {}),
  ],
};

const two = (student: number, mentor: number) => ({
  ...{ students: [of(students[student])], mentor: of(mentors[mentor]) },
});

export const SUGGESTED: EveningIntroductions = {
  ...SENT,
  without: students.slice(8, 16).map(of),
  suggestions: {
    proposed: [
      { ...two(8, 1), role: 'data-analyst', industry: 'banking', round: 2, interest: null },
      { ...two(9, 2), role: null, industry: 'health', round: null, interest: null },
      {
        ...{ students: [10, 14, 15].map((nth) => of(students[nth])), mentor: of(mentors[3]) },
        ...{ role: null, industry: null, round: null, interest: 'law' },
      },
    ],
    asked: [
      { ...two(11, 4), id: suggestionId('a'), state: 'asked' },
      { ...two(12, 5), id: suggestionId('b'), state: 'yes' },
      { ...two(13, 0), id: suggestionId('c'), state: 'ended' },
    ],
    ...{ unready: 2, alone: 1 },
  },
};
