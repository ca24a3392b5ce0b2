import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/src/kernel/time.ts';
import { LIMITS, NO_MENTOR_ANSWERS, NO_STUDENT_ANSWERS } from '../../../shared/src/registration/answers.ts';
import { mentorProblems, studentProblems } from '../../../shared/src/registration/problems.ts';

const consents = { run: true, publicCard: false, introductions: false, keep: false };
const who = { name: 'Ann Example', email: 'ann@example.org', consents };
const student = { ...NO_STUDENT_ANSWERS, ...who, adult: true };
const mentor = { ...NO_MENTOR_ANSWERS, ...who };
const HOUR = 3_600_000;
const evening = { startsAt: instant(0), endsAt: instant(2 * HOUR) };
const long = (most: number): string => 'x'.repeat(most + 1);

describe('a student’s answers', () => {
  it('are fine with a name, an address, an age and the consent to run the evening', () => {
    expect(studentProblems(student, 'fresh')).toEqual([]);
  });

  it('want exactly those, in the order of the form', () => {
    expect(studentProblems(NO_STUDENT_ANSWERS, 'fresh')).toEqual([
      { field: 'name', code: 'needed' },
      { field: 'email', code: 'needed' },
      { field: 'adult', code: 'needed' },
      { field: 'consents.run', code: 'needed' },
    ]);
  });

  it('take somebody who is not 18 yet', () => {
    expect(studentProblems({ ...student, adult: false }, 'fresh')).toEqual([]);
  });

  it.each(['ann', 'ann@', '@x.org', 'a@b@c.org', 'ann@example.org\nBcc: b@c.org', 'ann@example', 'Ann <ann@x.org>'])(
    'do not take %j for an address',
    (email) => {
      expect(studentProblems({ ...student, email }, 'fresh')).toEqual([{ field: 'email', code: 'notAnAddress' }]);
    },
  );

  it('hold at most three fields and three roles, each once, of those on offer', () => {
    const many = { ...student, industries: ['law', 'games', 'media', 'retail'], roles: ['test', 'test'] };
    expect(studentProblems(many, 'fresh')).toEqual([
      { field: 'industries', code: 'tooMany', most: 3 },
      { field: 'roles', code: 'tooMany', most: 3 },
    ]);
    expect(studentProblems({ ...student, roles: ['king'] }, 'fresh')).toEqual([{ field: 'roles', code: 'notOffered' }]);
  });

  it('have their lengths', () => {
    for (const field of ['name', 'course', 'yearOfStudy', 'question', 'access', 'company'] as const) {
      const most = LIMITS[field];
      expect(studentProblems({ ...student, [field]: long(most) }, 'fresh')).toEqual([{ field, code: 'tooLong', most }]);
    }
  });

  it('that are changed may keep what an import brought, and need no new consent', () => {
    const imported = {
      ...student,
      consents: NO_STUDENT_ANSWERS.consents,
      adult: null,
      email: '',
      industries: ['Space'],
    };
    expect(studentProblems(imported, 'change', imported)).toEqual([]);
    expect(studentProblems(imported, 'change')).toEqual([{ field: 'industries', code: 'notOffered' }]);
    expect(studentProblems({ ...imported, name: ' — ' }, 'change', imported)).toEqual([
      { field: 'name', code: 'needed' },
    ]);
  });
});

describe('a mentor’s answers', () => {
  it('are fine with a name, an address and the consent to run the evening', () => {
    expect(mentorProblems(mentor, 'fresh', evening)).toEqual([]);
    expect(mentorProblems(NO_MENTOR_ANSWERS, 'fresh', evening).map(({ field }) => field)).toEqual([
      'name',
      'email',
      'consents.run',
    ]);
  });

  it('have at most two roles, and go later than they come', () => {
    const card = { ...mentor.card, industry: 'piracy', roles: ['test', 'quant', 'manager'] };
    const times = { arrivesAt: instant(HOUR), leavesAt: instant(HOUR) };
    expect(mentorProblems({ ...mentor, card, ...times }, 'fresh', evening)).toEqual([
      { field: 'card.industry', code: 'notOffered' },
      { field: 'card.roles', code: 'tooMany', most: 2 },
      { field: 'leavesAt', code: 'outOfOrder' },
    ]);
  });

  it('offer none to five introductions a month', () => {
    for (const introductionsPerMonth of [null, 0, 5])
      expect(mentorProblems({ ...mentor, introductionsPerMonth }, 'fresh', evening)).toEqual([]);
    for (const introductionsPerMonth of [-1, 6, 1.5])
      expect(mentorProblems({ ...mentor, introductionsPerMonth }, 'fresh', evening)).toEqual([
        { field: 'introductionsPerMonth', code: 'tooMany', most: 5 },
      ]);
  });

  it('have their lengths', () => {
    const card = { ...mentor.card, jobTitle: long(LIMITS.short), allDay: long(LIMITS.long) };
    expect(mentorProblems({ ...mentor, card }, 'fresh', evening)).toEqual([
      { field: 'card.jobTitle', code: 'tooLong', most: LIMITS.short },
      { field: 'card.allDay', code: 'tooLong', most: LIMITS.long },
    ]);
  });
});
