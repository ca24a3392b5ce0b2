import { FEEDBACK_QUESTIONS, type FeedbackAnswers, feedbackSums } from '@lapwing/shared/event/feedback';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { FeedbackView, OwnFeedback } from '@lapwing/shared/protocol/feedback-api';
import { findFeedback, listFeedback, saveFeedback } from '../db/repositories/feedback.ts';
import { transact } from '../db/transact.ts';
import { dataDates } from './retention-service.ts';
import { type Services, wholeNow } from './services.ts';
import { linksEndFrom } from './session-service.ts';

/** What a person answered, for themselves. */
export const ownFeedback = (services: Services, eventId: EventId, id: AttendeeId): Result<OwnFeedback, Refusal> =>
  services.evenings.get(eventId)?.people.has(id)
    ? ok({ answers: findFeedback(services.db, id) ?? {} })
    : refused(refusal('not-found'));

/**
 * Takes the answers of one person in place of what they said before; nobody is told. From the first round on, not from the
 * last bell: a phone without a network goes by the plan, and may be there sooner.
 */
export function giveFeedback(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  answers: FeedbackAnswers,
): Result<OwnFeedback, Refusal> {
  const { evenings, clock, db } = services;
  const evening = evenings.get(eventId);
  if (!evening?.people.has(id)) return refused(refusal('not-found'));
  const begun = evenings.engine(eventId)?.night.moment.begun.some((at) => at !== null);
  const at = wholeNow(clock);
  return transact<OwnFeedback, Refusal>(db, (tx) => {
    // once they are nobody's, the same person would be counted twice
    if (!begun || at >= dataDates(tx, evening.event).namesAt) return refused(refusal('not-now'));
    const known = findFeedback(tx, id);
    // a repeated word is no newer one
    if (!known || !isSame(known, answers)) saveFeedback(tx, { eventId, attendeeId: id, answers, at });
    return ok({ answers });
  });
}

const isSame = (one: FeedbackAnswers, other: FeedbackAnswers): boolean =>
  FEEDBACK_QUESTIONS.every((question) => one[question] === other[question]);

/** How many answered, of how many, and the sums that tell nobody's answer. */
export function feedbackView({ db, evenings }: Services, eventId: EventId): Result<FeedbackView, Refusal> {
  const evening = evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const said = listFeedback(db, eventId);
  const people = [...evening.people.values()];
  const here = people.filter(({ checkedInAt }) => checkedInAt !== null);
  // nobody checked in means everyone expected
  const asked = here.length > 0 ? here : people.filter(({ standing }) => standing === 'active');
  return ok({
    answered: said.length,
    of: Math.max(asked.length, said.length),
    until: linksEndFrom(evening.event.settings),
    sums: feedbackSums(said),
  });
}
