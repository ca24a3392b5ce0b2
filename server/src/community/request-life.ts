import type { IntroductionId } from '@lapwing/shared/kernel/ids';
import { introductionId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Outcome } from '@lapwing/shared/matching/community';
import type { Act, Life, Lived, NextMentor } from '@lapwing/shared/matching/introduction-life';
import { type Choice, nextChoices } from '@lapwing/shared/matching/next-choice';
import { findProfile } from '../db/repositories/community-profiles.ts';
import { changeRequest, type RequestRow } from '../db/repositories/intro-requests.ts';
import { insertIntroduction } from '../db/repositories/introductions.ts';
import { withdrawMail } from '../db/repositories/mails.ts';
import {
  changeIntroduction,
  findAnyIntroduction,
  introductionOfRequest,
} from '../db/repositories/member-introductions.ts';
import { insertProposal, liveProposalOf, moveProposal, type ProposalRow } from '../db/repositories/proposals.ts';
import type { ProposalState } from '../db/schema.ts';
import type { Tx } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { asRequest, communityNow } from './history.ts';
import { mailAsk, mailBoth, tell } from './intro-mails.ts';
import { sendQueueIntroduction } from './intro-slack.ts';
import { questionKey } from './question-link.ts';

/** Where a request stands, as the rules of its life read it; null where it is with nobody. */
export function lifeOf(tx: Tx, request: RequestRow): Life | null {
  const asker = request.memberId;
  const live = liveProposalOf(tx, request.id);
  if (live?.state === 'asked')
    return { asker, phase: { is: 'asked', mentor: live.mentor, at: live.askedAt ?? live.madeAt } };
  const made = introductionOfRequest(tx, request.id);
  if (made?.mentorMember && made.outcome === 'open')
    return { asker, phase: { is: 'introduced', mentor: made.mentorMember, at: made.madeAt, nudges: made.nudges } };
  return made ? { asker, phase: { is: 'ended', at: made.endedAt ?? made.madeAt } } : null;
}

/** Whom to ask next for a request, and why (M30): nobody whose month is full, nobody who was asked. */
export function nextChoice(services: Services, tx: Tx, request: RequestRow): Choice | undefined {
  const community = communityNow(services, tx, request.id);
  const requests = [...community.requests.filter(({ id }) => id !== request.id), asRequest(request)];
  const moment = { now: wholeNow(services.clock), seed: seedOf(wholeNow(services.clock)) };
  return nextChoices({ ...community, requests }, request.id, moment)[0];
}

/** Decides between what is equal: another one each day, the same however often it is asked. */
const DAY_MS = 86_400_000;
export const seedOf = (now: Instant): number => Math.floor(now / DAY_MS);

/** Does what follows from the life of a request, inside the caller's transaction. @param said of the asking mentor's answer */
export function live(services: Services, tx: Tx, request: RequestRow, step: (next: NextMentor) => Lived | null): void {
  const asked = liveProposalOf(tx, request.id);
  const made = introductionOfRequest(tx, request.id);
  let choice: Choice | undefined;
  const lived = step(() => {
    // whoever is asked now is not asked again
    if (asked) moveProposal(tx, asked.id, 'asked', { state: 'silent' });
    choice = nextChoice(services, tx, request);
    return choice?.mentor ?? null;
  });
  if (lived === null) return;
  const parts = { services, tx, request, asked, made: made?.id ?? null };
  for (const act of lived.acts) perform(parts, act, choice);
}

interface Parts {
  readonly services: Services;
  readonly tx: Tx;
  readonly request: RequestRow;
  /** Who was asked before. */
  readonly asked: ProposalRow | undefined;
  readonly made: IntroductionId | null;
}

const ANSWERS: Partial<Record<Outcome, ProposalState>> = {
  declined: 'no',
  'no-answer': 'silent',
  withdrawn: 'withdrawn',
};

function perform(parts: Parts, act: Act, choice: Choice | undefined): void {
  const { services, tx, request, asked, made } = parts;
  const now = wholeNow(services.clock);
  if (act.do === 'remember') remember(parts, act.outcome);
  else if (act.do === 'ask' && choice) askMentor(services, tx, request, choice);
  else if (act.do === 'introduce') introduce(services, tx, request, asked);
  else if (act.do === 'tell-asker') tellAsker(parts, act.what);
  else if (act.do === 'tell-mentor') {
    // who was not even asked yet need not hear that it is over
    const key = asked ? questionKey({ is: 'introduce', proposal: asked.id }) : '';
    if (!withdrawMail(tx, key))
      tell(services, tx, findProfile(tx, act.mentor), `taken-back:${asked?.id}`, (texts, facts) =>
        texts.takenBack(facts),
      );
  } else if (act.do === 'nudge' && made !== null) {
    changeIntroduction(tx, made, { nudges: act.last ? 2 : 1 });
    const introduction = findAnyIntroduction(tx, made);
    if (introduction) nudgeBoth(services, tx, introduction, act.last);
  }
  if (act.do === 'tell-asker' && act.what === 'nobody-left') changeRequest(tx, request.id, { why: null });
  if (act.do === 'remember' && act.outcome === 'withdrawn')
    changeRequest(tx, request.id, { state: 'withdrawn', endedAt: now });
}

function remember({ services, tx, request, asked, made }: Parts, outcome: Outcome): void {
  const now = wholeNow(services.clock);
  const state = ANSWERS[outcome];
  if (state !== undefined && asked) {
    // it may have been marked as silent, so that the next choice leaves them out
    moveProposal(tx, asked.id, 'asked', { state, answeredAt: now });
    moveProposal(tx, asked.id, 'silent', { state, answeredAt: now });
  } else if (made !== null) {
    changeIntroduction(tx, made, { outcome, endedAt: now });
    changeRequest(tx, request.id, { state: 'ended', endedAt: now });
  }
}

/** Asks a mentor for a request, from now on. */
export function askMentor(services: Services, tx: Tx, request: RequestRow, { mentor: mentorId, reason }: Choice): void {
  const [asker, mentor] = [findProfile(tx, request.memberId), findProfile(tx, mentorId)];
  if (!asker || !mentor) return;
  const now = wholeNow(services.clock);
  const proposal: ProposalRow = {
    id: services.secrets.newId(),
    ...{ requestId: request.id, asker: request.memberId, mentor: mentorId, reason, state: 'asked' },
    ...{ madeAt: now, by: '', decidedAt: null, goesAt: null, askedAt: now, answeredAt: null, insteadOf: null },
  };
  insertProposal(tx, proposal);
  mailAsk(services, tx, proposal, { asker, mentor, request });
}

function introduce(services: Services, tx: Tx, request: RequestRow, asked: ProposalRow | undefined): void {
  if (!asked) return;
  const now = wholeNow(services.clock);
  moveProposal(tx, asked.id, 'asked', { state: 'yes', answeredAt: now });
  changeRequest(tx, request.id, { state: 'introduced', endedAt: null });
  const id = introductionId(services.secrets.newId());
  insertIntroduction(tx, {
    id,
    ...{ eventId: null, student: null, mentor: null, studentMember: asked.asker, mentorMember: asked.mentor },
    ...{ origin: 'queue', round: 0, studentLine: request.line, mentorLine: '', words: '', state: 'released' },
    ...{ madeAt: now, sentAt: now, told: 'mail', requestId: request.id },
  });
  const introduction = findAnyIntroduction(tx, id);
  if (introduction) sendQueueIntroduction(services, tx, introduction);
}

function tellAsker(
  { services, tx, request, asked, made }: Parts,
  what: 'next-is-asked' | 'nobody-left' | 'over',
): void {
  const asker = findProfile(tx, request.memberId);
  const key = `${what}:${made ?? asked?.id}`;
  if (what === 'next-is-asked') tell(services, tx, asker, key, (texts, facts) => texts.nextAsked(facts));
  else if (what === 'nobody-left') tell(services, tx, asker, key, (texts, facts) => texts.nobodyLeft(facts));
  else {
    const introduction = made === null ? undefined : findAnyIntroduction(tx, made);
    const mentor = introduction?.mentorMember ? findProfile(tx, introduction.mentorMember) : undefined;
    if (mentor) tell(services, tx, asker, key, (texts, facts) => texts.over(facts, mentor.name));
  }
}

/** After a week, and after two whether they met (M35, C14). */
export function nudgeBoth(
  services: Services,
  tx: Tx,
  introduction: Parameters<typeof mailBoth>[2],
  last: boolean,
): void {
  const { id } = introduction;
  if (last)
    mailBoth(
      services,
      tx,
      introduction,
      (side) => questionKey({ is: 'met', introduction: id, side }),
      (texts, facts, other) => texts.didYouMeet(facts, other.name),
    );
  else
    mailBoth(
      services,
      tx,
      introduction,
      (side) => `nudge:${id}:${side}`,
      (texts, facts, other) => texts.nudge(facts, other.name),
    );
}
