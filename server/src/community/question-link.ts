import type { IntroductionId } from '@lapwing/shared/kernel/ids';
import { findProfile, type ProfileRow } from '../db/repositories/community-profiles.ts';
import type { Side } from '../db/repositories/introductions.ts';
import { findAnyIntroduction } from '../db/repositories/member-introductions.ts';
import { findProposal } from '../db/repositories/proposals.ts';
import type { Tx } from '../db/transact.ts';
import { type Secrets, sameSecret } from '../secrets.ts';
import type { Services } from '../services/services.ts';

/**
 * One question to one person: whether they can be introduced (of a proposal), whether they met, whether they are in touch. Its
 * number says which; the secret is derived for it, so nothing is kept of the link (C12).
 */
export type Question =
  | { readonly is: 'introduce'; readonly proposal: string }
  | { readonly is: 'met' | 'in-touch'; readonly introduction: IntroductionId; readonly side: Side };

const LETTERS = { met: 'm', 'in-touch': 't' } as const;

export const questionId = (question: Question): string =>
  question.is === 'introduce'
    ? `a-${question.proposal}`
    : `${LETTERS[question.is]}${question.side === 'student' ? 's' : 'm'}-${question.introduction}`;

/** Which question a number stands for; null where it is none. */
export function questionOf(id: string): Question | null {
  const [, kind = '', side = '', rest = ''] = /^(?:(a)|[mt]([sm]))-(.+)$/u.exec(id) ?? [];
  if (kind === 'a') return { is: 'introduce', proposal: rest };
  if (rest === '') return null;
  const is = id.startsWith('m') ? 'met' : 'in-touch';
  return { is, introduction: rest as IntroductionId, side: side === 's' ? 'student' : 'mentor' };
}

/** The member who is asked; undefined for somebody of an evening alone. */
export function askedMember(tx: Tx, question: Question): ProfileRow | undefined {
  if (question.is === 'introduce') {
    const proposal = findProposal(tx, question.proposal);
    return proposal && findProfile(tx, proposal.mentor);
  }
  const made = findAnyIntroduction(tx, question.introduction);
  const member = question.side === 'student' ? made?.studentMember : made?.mentorMember;
  return member ? findProfile(tx, member) : undefined;
}

/** What went to an address that is theirs no more opens nothing (C5). */
const secretOf = (secrets: Secrets, tx: Tx, question: Question): string =>
  secrets.linkSecret('question', questionId(question), 1 + (askedMember(tx, question)?.addressChanges ?? 0));

export const questionLink = (
  { db, linkOrigin, secrets }: Pick<Services, 'db' | 'linkOrigin' | 'secrets'>,
  question: Question,
): string => `${linkOrigin()}/introductions/${questionId(question)}#${secretOf(secrets, db, question)}`;

export const isSecretOf = (secrets: Secrets, tx: Tx, question: Question, given: string): boolean =>
  sameSecret(given, secretOf(secrets, tx, question));

/** The key of a mail that asks it: once, whatever happens. */
export const questionKey = (question: Question): string => `question:${questionId(question)}`;

/** The question that a mail asks; null for other mails. */
export function questionInKey(key: string): Question | null {
  const [, id] = /^question:(.+)$/u.exec(key) ?? [];
  return id === undefined ? null : questionOf(id);
}
