import { firstName } from '@lapwing/shared/event/roster';
import { DEFAULT_LANGUAGE } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, days } from '@lapwing/shared/kernel/time';
import { communityTexts } from '@lapwing/shared/mails/community-texts';
import { heard } from '@lapwing/shared/matching/introduction-life';
import type { Opened, QuestionAnswer, QuestionPage } from '@lapwing/shared/protocol/community-api';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { findProfile } from '../db/repositories/community-profiles.ts';
import { findRequest } from '../db/repositories/intro-requests.ts';
import type { AnyIntroduction } from '../db/repositories/introductions.ts';
import { changeIntroduction, findAnyIntroduction } from '../db/repositories/member-introductions.ts';
import { saveMember } from '../db/repositories/members.ts';
import { findProposal, type ProposalRow } from '../db/repositories/proposals.ts';
import type { SaidOfIt } from '../db/schema.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { mayBeIntroduced } from './history.ts';
import { askFacts } from './intro-mails.ts';
import { isSecretOf, type Question, questionOf } from './question-link.ts';
import { lifeOf, live } from './request-life.ts';
import { otherSide, partyOf } from './sides.ts';

/** A link is good for so long (C12). */
const GOOD_FOR = days(100);
const THANKS_LENGTH = 200;

type Asked =
  | { readonly is: 'introduce'; readonly proposal: ProposalRow }
  | (Exclude<Question, { is: 'introduce' }> & { readonly made: AnyIntroduction });

/**
 * The question behind a link: the secret is derived from its number, so nothing is kept of it, and it opens no page of a
 * person. link-invalid whether there is such a question or not.
 */
function openQuestion({ secrets }: Services, tx: Tx, id: string, secret: string): Result<Asked, Refusal> {
  const question = questionOf(id);
  const asked = question !== null && isSecretOf(secrets, tx, question, secret) ? findAsked(tx, question) : undefined;
  return asked ? ok(asked) : refused(refusal('link-invalid'));
}

function findAsked(tx: Tx, question: Question): Asked | undefined {
  if (question.is === 'introduce') {
    const proposal = findProposal(tx, question.proposal);
    return proposal && proposal.askedAt !== null ? { is: 'introduce', proposal } : undefined;
  }
  const made = findAnyIntroduction(tx, question.introduction);
  return made && { ...question, made };
}

/** Whether an answer to it would still be taken. */
export function isStillAsked(services: Services, tx: Tx, question: Question): boolean {
  const asked = findAsked(tx, question);
  const page = asked && pageOf(services, tx, asked, DEFAULT_LANGUAGE);
  return page?.ok === true && page.value.state === 'open';
}

/** What the page shows. Opening it changes nothing: a scanner of mails may have opened it. */
export function questionPage(
  services: Services,
  id: string,
  { secret, language }: Opened,
): Result<QuestionPage, Refusal> {
  const asked = openQuestion(services, services.db, id, secret);
  return asked.ok ? pageOf(services, services.db, asked.value, language) : asked;
}

const gone = refused(refusal('link-invalid'));

function pageOf(services: Services, tx: Tx, asked: Asked, language: Opened['language']): Result<QuestionPage, Refusal> {
  return asked.is === 'introduce' ? askPage(services, tx, asked.proposal, language) : outcomePage(services, tx, asked);
}

function askPage(
  services: Services,
  tx: Tx,
  proposal: ProposalRow,
  language: Opened['language'],
): Result<QuestionPage, Refusal> {
  const [asker, mentor] = [findProfile(tx, proposal.asker), findProfile(tx, proposal.mentor)];
  const request = findRequest(tx, proposal.requestId);
  if (!asker || !mentor || !request) return gone;
  const facts = askFacts(asker, proposal, request, language);
  const answer = proposal.state === 'yes' || proposal.state === 'no' ? proposal.state : null;
  const state = answer !== null ? 'answered' : isAskOpen(services, tx, proposal) ? 'open' : 'over';
  const other = { firstName: facts.askerFirstName, headline: facts.askerHeadline };
  const open = state === 'open';
  return ok({
    ...{ question: 'introduce', side: 'mentor', state, answer, firstName: open ? firstName(mentor.name) : '' },
    // after the answer it shows what was answered, and nobody
    other: open ? other : { firstName: '', headline: '' },
    line: open ? request.line : '',
    reason: open ? proposal.reason : null,
    passOn: open ? communityTexts({ language }).passOn(facts, `${services.linkOrigin()}/community`) : '',
  });
}

/** Until it is answered or late; and no longer once one of them agrees no more, or organisers keep them apart. */
function isAskOpen(services: Services, tx: Tx, { state, asker, mentor, askedAt, madeAt }: ProposalRow): boolean {
  const isLate = wholeNow(services.clock) >= after(askedAt ?? madeAt, GOOD_FOR);
  return state === 'asked' && !isLate && mayBeIntroduced(services, tx, asker, mentor);
}

function outcomePage(
  services: Services,
  tx: Tx,
  { is, side, made }: Extract<Asked, { made: AnyIntroduction }>,
): Result<QuestionPage, Refusal> {
  const [self, other] = [partyOf(tx, made, side), partyOf(tx, made, otherSide(side))];
  if (!self || !other) return gone;
  const answer = is === 'met' ? saidBy(made, side) : touchOf(made, side);
  const state = answer !== null && answer !== 'not-yet' ? 'answered' : isOpen(services, is, made) ? 'open' : 'over';
  return ok({
    ...{ question: is, side: side === 'student' ? 'asker' : 'mentor', state, answer, firstName: self.firstName },
    other: { firstName: other.firstName, headline: other.headline },
    ...{ line: made.studentLine, reason: null, passOn: '' },
  });
}

const saidBy = (made: AnyIntroduction, side: 'student' | 'mentor'): SaidOfIt | null =>
  side === 'student' ? made.studentSaid : made.mentorSaid;

function touchOf(made: AnyIntroduction, side: 'student' | 'mentor'): 'in-touch' | 'not-in-touch' | null {
  const said = side === 'student' ? made.studentTouch : made.mentorTouch;
  return said === null ? null : said ? 'in-touch' : 'not-in-touch';
}

/** One *yes* is a yes (C14): what one side denied the other may still say; what nobody said in time is over (M37). */
function isOpen({ clock }: Services, is: 'met' | 'in-touch', made: AnyIntroduction): boolean {
  const now = wholeNow(clock);
  if (is === 'in-touch') return made.touchAskedAt !== null && now < after(made.touchAskedAt, GOOD_FOR);
  return made.outcome !== 'unknown' && now < after(made.madeAt, GOOD_FOR);
}

/**
 * Takes an answer. The first one counts: a second press of the same is answered alike, and what comes too late changes
 * nothing and shows why (M38).
 */
export function answerQuestion(
  services: Services,
  id: string,
  { secret, language, answer, thanks }: QuestionAnswer,
): Result<QuestionPage, Refusal> {
  return transact<QuestionPage, Refusal>(services.db, (tx) => {
    const asked = openQuestion(services, tx, id, secret);
    if (!asked.ok) return asked;
    const given = give(services, tx, asked.value, answer, tidyLine(thanks).slice(0, THANKS_LENGTH));
    if (!given.ok) return given;
    const again = openQuestion(services, tx, id, secret);
    return again.ok ? pageOf(services, tx, again.value, language) : again;
  });
}

/**
 * Takes what somebody says to their question, inside the caller's transaction, who knows that it is they. link-invalid where
 * there is no such question.
 */
export function takeAnswer(
  services: Services,
  tx: Tx,
  question: Question,
  answer: QuestionAnswer['answer'],
  thanks: string,
): Result<undefined, Refusal> {
  const asked = findAsked(tx, question);
  return asked ? give(services, tx, asked, answer, thanks) : refused(refusal('link-invalid'));
}

const notAsked = refused(refusal('bad-request', { field: 'answer' }));

function give(
  services: Services,
  tx: Tx,
  asked: Asked,
  answer: QuestionAnswer['answer'],
  thanks: string,
): Result<undefined, Refusal> {
  if (asked.is === 'introduce') {
    if (answer !== 'yes' && answer !== 'no') return notAsked;
    answerAsk(services, tx, asked.proposal, answer);
    return ok(undefined);
  }
  if (asked.is === 'in-touch') {
    if (answer !== 'in-touch' && answer !== 'not-in-touch') return notAsked;
    return answerTouch(services, tx, asked.made, asked.side, answer === 'in-touch');
  }
  const isSaid = answer === 'met' || answer === 'not-yet' || answer === 'not-met';
  if (!isSaid && !(answer === 'asker-silent' && asked.side === 'mentor')) return notAsked;
  return answerMet(services, tx, asked, answer, thanks);
}

function answerAsk(services: Services, tx: Tx, proposal: ProposalRow, says: 'yes' | 'no'): void {
  const request = findRequest(tx, proposal.requestId);
  if (!request || !isAskOpen(services, tx, proposal)) return;
  seen(services, tx, proposal.mentor);
  const life = lifeOf(tx, request);
  const said = { by: 'mentor', mentor: proposal.mentor, says } as const;
  if (life === null) return;
  live(services, tx, request, (next) => {
    const done = heard(life, said, wholeNow(services.clock), next);
    return done.ok ? done.value : null;
  });
}

function seen(services: Services, tx: Tx, member: ProposalRow['mentor'] | null): void {
  if (member !== null) saveMember(tx, member, { lastSeenAt: wholeNow(services.clock) });
}

function answerTouch(
  services: Services,
  tx: Tx,
  made: AnyIntroduction,
  side: 'student' | 'mentor',
  inTouch: boolean,
): Result<undefined, Refusal> {
  if (touchOf(made, side) !== null || !isOpen(services, 'in-touch', made)) return ok(undefined);
  changeIntroduction(tx, made.id, side === 'student' ? { studentTouch: inTouch } : { mentorTouch: inTouch });
  seen(services, tx, side === 'student' ? made.studentMember : made.mentorMember);
  return ok(undefined);
}

/** Each side answers for itself, and one *met* is a meeting (C14); with it goes a word of thanks for the other side (C15). */
function answerMet(
  services: Services,
  tx: Tx,
  { made, side }: Extract<Asked, { made: AnyIntroduction }>,
  answer: SaidOfIt,
  thanks: string,
): Result<undefined, Refusal> {
  const before = saidBy(made, side);
  if ((before !== null && before !== 'not-yet') || !isOpen(services, 'met', made)) return ok(undefined);
  const word = answer === 'met' ? thanks : '';
  const said =
    side === 'student' ? { studentSaid: answer, studentThanks: word } : { mentorSaid: answer, mentorThanks: word };
  changeIntroduction(tx, made.id, said);
  seen(services, tx, side === 'student' ? made.studentMember : made.mentorMember);
  if (answer === 'not-yet') return ok(undefined);
  const request = made.requestId === null ? undefined : findRequest(tx, made.requestId);
  const life = request && lifeOf(tx, request);
  const now = wholeNow(services.clock);
  if (request && life?.phase.is === 'introduced')
    live(services, tx, request, (next) => {
      const done = heard(life, { by: 'either', says: answer }, now, next);
      return done.ok ? done.value : null;
    });
  else if (made.outcome === 'open' || answer === 'met')
    changeIntroduction(tx, made.id, { outcome: answer, endedAt: made.endedAt ?? now });
  return ok(undefined);
}
