import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { removeBlock, saveBlock } from '../db/repositories/blocks.ts';
import { dropIdleTraces, hasTrace } from '../db/traces.ts';
import { transact } from '../db/transact.ts';
import { blocksTonight, type Pair } from './blocked-pairs.ts';
import { peopleInPairs } from './company-service.ts';
import { type Services, wholeNow } from './services.ts';

/** Keeps two people of an event apart from now on, here and at every event to come, also somebody who erased themselves after a report. */
export function block(
  services: Services,
  eventId: EventId,
  one: AttendeeId,
  other: AttendeeId,
): Result<PeopleInPairs, Refusal> {
  return change(services, eventId, [one, other], () =>
    transact(services.db, (tx) => ok(saveBlock(tx, eventId, [one, other], wholeNow(services.clock)))),
  );
}

/** Takes a block back, wherever it was made; where there is none, nothing happens. */
export function unblock(
  services: Services,
  eventId: EventId,
  one: AttendeeId,
  other: AttendeeId,
): Result<PeopleInPairs, Refusal> {
  return change(services, eventId, [one, other], () =>
    transact(services.db, (tx) => {
      const these = blocksTonight({ db: tx, secrets: services.secrets }, eventId).filter(
        ({ pair }) => pair.includes(one) && pair.includes(other),
      );
      for (const row of these.flatMap(({ rows }) => rows)) removeBlock(tx, row);
      dropIdleTraces(tx);
      return ok(undefined);
    }),
  );
}

function change(
  services: Services,
  eventId: EventId,
  [one, other]: Pair,
  write: () => void,
): Result<PeopleInPairs, Refusal> {
  const people = services.evenings.get(eventId)?.people;
  const isKnown = (id: AttendeeId): boolean => people?.has(id) === true || hasTrace(services.db, eventId, id);
  if (!people || !isKnown(one) || !isKnown(other) || one === other) return refused(refusal('not-found'));
  write();
  services.evenings.changed(eventId);
  return peopleInPairs(services, eventId);
}
