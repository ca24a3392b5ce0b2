import type { Profile } from '@lapwing/shared/community/profile';
import {
  type MentorAnswers,
  NO_MENTOR_ANSWERS,
  NO_STUDENT_ANSWERS,
  type StudentAnswers,
} from '@lapwing/shared/registration/answers';

const consents = { run: true, publicCard: false, introductions: false, keep: false };

const addressOf = (name: string): string => `${name.toLowerCase().replace(/[^a-z]+/gu, '.')}@example.org`;

/** A student's answers with all that is wanted; the address is made of the name. */
export const studentSaying = (name: string, more: Partial<StudentAnswers> = {}): StudentAnswers => ({
  ...NO_STUDENT_ANSWERS,
  ...{ name, email: addressOf(name), adult: true, consents },
  ...more,
});

/** A mentor's answers with all that is wanted; the address is made of the name. */
export const mentorSaying = (name: string, more: Partial<MentorAnswers> = {}): MentorAnswers => ({
  ...NO_MENTOR_ANSWERS,
  ...{ name, email: addressOf(name), consents },
  ...more,
});

/** What a member of the community tells; the address is made of the name. */
export const profileSaying = (name: string, more: Partial<Profile> = {}): Profile => ({
  ...{ name, email: addressOf(name), headline: '', languages: ['en'], industries: [], roles: [] },
  ...{ years: 0, perMonth: 0, pausedUntil: null },
  ...more,
});
