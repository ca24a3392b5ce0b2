import type { IntroductionId } from '@lapwing/shared/kernel/ids';
import type { Side } from '../db/repositories/introductions.ts';
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

export const questionLink = (
  { linkOrigin, secrets }: Pick<Services, 'linkOrigin' | 'secrets'>,
  question: Question,
): string => {
  const id = questionId(question);
  return `${linkOrigin()}/introductions/${id}#${secrets.linkSecret('question', id, 1)}`;
};

export const isSecretOf = (secrets: Secrets, id: string, given: string): boolean =>
  sameSecret(given, secrets.linkSecret('question', id, 1));

/** The key of a mail that asks it: once, whatever happens. */
export const questionKey = (question: Question): string => `question:${questionId(question)}`;

/** The question that a mail asks; null for other mails. */
export function questionInKey(key: string): Question | null {
  const [, id] = /^question:(.+)$/u.exec(key) ?? [];
  return id === undefined ? null : questionOf(id);
}
