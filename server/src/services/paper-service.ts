import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Paper, PrintedBadge } from '@lapwing/shared/paper/sheets';
import type { PaperChange } from '@lapwing/shared/protocol/api';
import { findPlan } from '../db/repositories/plans.ts';
import {
  findPaper,
  peopleWithBadges,
  removeBadgePrint,
  removePrint,
  saveBadgePrint,
  savePrint,
  setPaperInUse,
} from '../db/repositories/prints.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from './services.ts';

/** What the paper in the room is of. */
export const paperInRoom = (services: Services, eventId: EventId): Result<Paper, Refusal> =>
  services.evenings.get(eventId) ? ok(findPaper(services.db, eventId)) : refused(refusal('not-found'));

/**
 * Sheets and badges were printed, or were not after all, or nobody uses paper. A fact about the room: it raises no
 * version, and repeating it changes nothing. plan-missing for a plan that is not kept.
 */
export function changePaper(
  services: Services,
  eventId: EventId,
  by: string,
  { sheets, badges = [], inUse }: PaperChange,
): Result<undefined, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const now = wholeNow(services.clock);
  // a page's idea of the time may run a little ahead
  const past = (at: Instant): Instant => (at < now ? at : now);
  const changed = transact<boolean, Refusal>(services.db, (tx) => {
    const before = findPaper(tx, eventId);
    const plans = new Set([...sheets, ...badges].map(({ planVersion }) => planVersion).filter((one) => one > 0));
    if ([...plans].some((version) => !findPlan(tx, eventId, version))) return refused(refusal('plan-missing'));
    for (const { sheet, planVersion, at, mark = '' } of sheets) {
      const known = before.sheets.find((one) => one.sheet === sheet);
      const printed = { sheet, planVersion, at: past(at), by, mark };
      if (planVersion === 0) removePrint(tx, eventId, sheet);
      // said again by somebody else, it is still the print of whoever said it first
      else if (JSON.stringify({ ...printed, by: known?.by }) !== JSON.stringify(known)) savePrint(tx, eventId, printed);
    }
    if (badges.length > 0) changeBadges(tx, eventId, badges, past);
    setPaperInUse(tx, eventId, inUse, { at: now, by });
    return ok(JSON.stringify(findPaper(tx, eventId)) !== JSON.stringify(before));
  });
  if (!changed.ok) return changed;
  if (changed.value) services.evenings.paperChanged(eventId);
  return ok(undefined);
}

/** Whoever was erased meanwhile has no badge any more, and people of other events have none here. */
function changeBadges(tx: Tx, eventId: EventId, badges: readonly PrintedBadge[], past: (at: Instant) => Instant): void {
  const people = peopleWithBadges(tx, eventId);
  for (const { attendeeId, planVersion, at, mark } of badges) {
    if (!people.has(attendeeId)) continue;
    if (planVersion === 0) removeBadgePrint(tx, attendeeId);
    else saveBadgePrint(tx, eventId, { attendeeId, planVersion, at: past(at), mark });
  }
}
