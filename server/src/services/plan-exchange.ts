import { type Exchange, exchangeMentors } from '@lapwing/shared/event/exchange-mentors';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { listAsks, type StoredAsk } from '../db/repositories/mentor-asks.ts';
import type { Evening } from './evenings.ts';
import { publishPlan } from './live-service.ts';
import { keepEdited } from './plan-service.ts';
import { inputsHash, planInput } from './plan-view.ts';
import type { Services } from './services.ts';

/** A hash that no evening has: a plan that was outdated before stays so. */
const OUTDATED = '';

/**
 * After a mentor said yes to the place of another and it is written down: the published plan goes on with them in that
 * place, so that their page and those of their students say so. Where that plan would break a firm rule, all stays and
 * the plan is outdated. Once the evening has begun, *Replace* does this.
 * @param by first name of who did it, for the log
 */
export function exchangeInPlan(services: Services, eventId: EventId, by: string): void {
  const evening = services.evenings.get(eventId);
  const base = services.evenings.plan(eventId);
  if (!evening || !base || services.evenings.engine(eventId)?.night.moment.phase.kind !== 'doors') return;
  const exchanges = wanted(evening.people, listAsks(services.db, eventId));
  const { schedule, made } = exchangeMentors(base.schedule, exchanges);
  if (made.length === 0) return;
  const wasOutdated = base.inputsHash !== inputsHash(planInput(services, without(evening, made), base.basis));
  const kept = keepEdited(services, evening, base, schedule, { madeFrom: wasOutdated ? { inputsHash: OUTDATED } : {} });
  if (kept.ok) publishPlan(services, eventId, kept.value.version, by);
}

/** Whoever said yes to the place of a mentor who does not come; also earlier ones, whose exchange had to wait for this. */
function wanted(people: Evening['people'], asks: readonly StoredAsk[]): Exchange[] {
  const said = asks.filter(({ answer }) => answer === 'yes');
  const inOrder = said.sort((one, other) => (one.answeredAt ?? 0) - (other.answeredAt ?? 0));
  return inOrder.flatMap(({ insteadOf, attendeeId }) =>
    insteadOf === null || people.get(insteadOf)?.standing === 'active' ? [] : [{ leaver: insteadOf, by: attendeeId }],
  );
}

/** The evening as it would be had these mentors not been exchanged. */
function without(evening: Evening, made: readonly Exchange[]): Evening {
  const people = new Map(evening.people);
  let { tables } = evening;
  const stand = (id: AttendeeId, standing: Attendee['standing']): void => {
    const person = people.get(id);
    if (person) people.set(id, { ...person, standing });
  };
  for (const { leaver, by } of [...made].reverse()) {
    stand(by, 'waiting');
    stand(leaver, 'active');
    const back = (mentor: AttendeeId): AttendeeId => (mentor === by ? leaver : mentor);
    tables = tables.map((table) => ({ ...table, mentors: table.mentors.map(back) }));
  }
  return { ...evening, people, tables };
}
