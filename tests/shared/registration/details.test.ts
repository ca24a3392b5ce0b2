import { describe, expect, it } from 'vitest';
import { EMPTY_DETAILS } from '../../../shared/src/event/roster.ts';
import { attendeeId } from '../../../shared/src/kernel/ids.ts';
import { instant } from '../../../shared/src/kernel/time.ts';
import { NO_MENTOR_ANSWERS, NO_STUDENT_ANSWERS } from '../../../shared/src/registration/answers.ts';
import {
  filledFrom,
  mentorAnswersOf,
  studentAnswersOf,
  withMentorAnswers,
  withStudentAnswers,
} from '../../../shared/src/registration/details.ts';

const NOW = instant(1_800_000_000_000);
const LATER = instant(1_800_000_999_000);
const consents = { run: true, publicCard: false, introductions: true, keep: false };
const answers = {
  ...NO_STUDENT_ANSWERS,
  ...{ name: 'Ann Example', course: 'Law', yearOfStudy: '2nd year', question: 'How?\nAnd why?', access: 'Loop' },
  ...{ industries: ['law'], roles: ['product'], wishes: [attendeeId('m1')], adult: true, photo: 'no' as const },
  ...{ stepFree: true, company: 'Not with Bob', consents },
};

describe('answers written down', () => {
  it('come back as they were said', () => {
    const written = withStudentAnswers({ ...EMPTY_DETAILS, email: 'ann@example.org' }, answers, NOW);
    expect(studentAnswersOf(written)).toEqual({ ...answers, email: 'ann@example.org' });
    expect(written.registration.consents).toEqual({ run: NOW, introductions: NOW });
    const shy = { ...answers, offWalls: true };
    const unnamed = withStudentAnswers({ ...EMPTY_DETAILS, email: 'ann@example.org' }, shy, NOW);
    expect(studentAnswersOf(unnamed)).toEqual({ ...shy, email: 'ann@example.org' });
    expect(withStudentAnswers(unnamed, answers, NOW).registration, 'who says nothing').not.toHaveProperty('offWalls');
    const mentor = {
      ...NO_MENTOR_ANSWERS,
      ...{ name: 'Mia Mentor', consents, arrivesAt: NOW, leavesAt: LATER, introductionsPerMonth: 2 },
      card: { ...NO_MENTOR_ANSWERS.card, jobTitle: 'Engineer', roles: ['test'], industry: 'games' },
    };
    expect(mentorAnswersOf(withMentorAnswers(EMPTY_DETAILS, mentor, NOW))).toEqual(mentor);
  });

  it('leave what the form does not ask', () => {
    const known = { ...EMPTY_DETAILS, standing: 'waiting' as const, diet: 'Vegan', email: 'ann@example.org' };
    const written = withStudentAnswers(known, { ...answers, email: 'other@example.org' }, NOW);
    expect(written).toMatchObject({ standing: 'waiting', diet: 'Vegan', email: 'ann@example.org' });
  });

  it('keep the date of a consent, and forget one that was taken back', () => {
    const first = withStudentAnswers(EMPTY_DETAILS, answers, NOW);
    const then = withStudentAnswers(
      first,
      { ...answers, consents: { ...consents, introductions: false, keep: true } },
      LATER,
    );
    expect(then.registration.consents).toEqual({ run: NOW, keep: LATER });
  });

  it('cannot break a line where one line is meant, nor smuggle control characters', () => {
    const hostile = { ...answers, name: ' Ann\r\nBcc: x@y.org\u0000 ', question: 'a\r\nb\u0007c', course: 'L\u2028aw' };
    const written = withStudentAnswers(EMPTY_DETAILS, hostile, NOW);
    expect(written.name).toBe('Ann Bcc: x@y.org');
    expect(written.question).toBe('a\nb c');
    expect(written.course).toBe('L aw');
  });
});

describe('a card of last time', () => {
  it('fills what is empty, and nothing else', () => {
    const card = { ...NO_MENTOR_ANSWERS.card, jobTitle: 'Chief', roles: ['manager'] };
    const earlier = { ...NO_MENTOR_ANSWERS.card, jobTitle: 'Engineer', company: 'Northlamp', roles: ['test'] };
    expect(filledFrom(card, earlier)).toEqual({ ...card, company: 'Northlamp' });
  });
});
