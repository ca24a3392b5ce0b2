import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Paper } from '@lapwing/shared/paper/sheets';
import type { PaperChange } from '@lapwing/shared/protocol/api';
import { findPlan } from '../db/repositories/plans.ts';
import { findPaper, removePrint, savePrint, setPaperInUse } from '../db/repositories/prints.ts';
import { transact } from '../db/transact.ts';
import { type Services, wholeNow } from './services.ts';

/** What the paper in the room is of. */
export const paperInRoom = (services: Services, eventId: EventId): Result<Paper, Refusal> =>
  services.evenings.get(eventId) ? ok(findPaper(services.db, eventId)) : refused(refusal('not-found'));

/**
 * Sheets were printed, or were not after all, or nobody uses paper. A fact about the room: it raises no version, and
 * repeating it changes nothing. plan-missing for a plan that is not kept.
 */
export function changePaper(
  services: Services,
  eventId: EventId,
  by: string,
  { sheets, inUse }: PaperChange,
): Result<undefined, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const now = wholeNow(services.clock);
  const changed = transact<boolean, Refusal>(services.db, (tx) => {
    const before = findPaper(tx, eventId);
    for (const { sheet, planVersion, at } of sheets) {
      if (planVersion === 0) {
        removePrint(tx, eventId, sheet);
        continue;
      }
      if (!findPlan(tx, eventId, planVersion)) return refused(refusal('plan-missing'));
      // a page's idea of the time may run a little ahead
      const printedAt = at < now ? at : now;
      const known = before.sheets.find((one) => one.sheet === sheet);
      if (known?.planVersion === planVersion && known.at === printedAt) continue;
      savePrint(tx, eventId, { sheet, planVersion, at: printedAt, by });
    }
    setPaperInUse(tx, eventId, inUse, { at: now, by });
    return ok(JSON.stringify(findPaper(tx, eventId)) !== JSON.stringify(before));
  });
  if (!changed.ok) return changed;
  if (changed.value) services.evenings.paperChanged(eventId);
  return ok(undefined);
}
