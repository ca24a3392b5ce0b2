import type { Pick } from '@lapwing/shared/introductions/pick';
import type { AttendeeId, EventId, SuggestionId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq, or } from 'drizzle-orm';
import { picks } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type PickRow = typeof picks.$inferSelect;

export const asPick = ({ star, wish, line, to, at }: PickRow): Pick => ({ star, wish, line, to, at });

const picked = ({ suggestion, ...row }: Parameters<typeof savePick>[1]) => ({
  ...asPick({ ...row, suggestion: null }),
  ...(suggestion === undefined ? {} : { suggestion }),
});

export const findPick = (tx: Tx, by: AttendeeId, about: AttendeeId): PickRow | undefined =>
  tx
    .select()
    .from(picks)
    .where(and(eq(picks.attendeeId, by), eq(picks.about, about)))
    .get();

/** What somebody said, and what was said of them. */
export const picksAround = (tx: Tx, id: AttendeeId): PickRow[] =>
  tx
    .select()
    .from(picks)
    .where(or(eq(picks.attendeeId, id), eq(picks.about, id)))
    .orderBy(asc(picks.attendeeId), asc(picks.about))
    .all();

/** All of an evening, in a steady order. */
export const listPicks = (tx: Tx, eventId: EventId): PickRow[] =>
  tx.select().from(picks).where(eq(picks.eventId, eventId)).orderBy(asc(picks.attendeeId), asc(picks.about)).all();

/** Evenings at which somebody wishes to be introduced. */
export const eventsWithWishes = (tx: Tx): EventId[] =>
  tx
    .select({ id: picks.eventId })
    .from(picks)
    .where(eq(picks.wish, 'introduce'))
    .groupBy(picks.eventId)
    .all()
    .map(({ id }) => id);

/** Whether this person passed the other on to a third, as far as they have not said anything else since. */
export const passedOn = (tx: Tx, by: AttendeeId, about: AttendeeId, to: AttendeeId): boolean => {
  const pick = findPick(tx, by, about);
  return pick?.wish === 'pass-on' && pick.to === to;
};

/** Who passed this person on to that one. */
export const whoPassedOn = (tx: Tx, about: AttendeeId, to: AttendeeId): AttendeeId[] =>
  tx
    .select({ by: picks.attendeeId })
    .from(picks)
    .where(and(eq(picks.about, about), eq(picks.wish, 'pass-on'), eq(picks.to, to)))
    .all()
    .map(({ by }) => by);

/** Those of one suggestion. */
export const picksOfSuggestion = (tx: Tx, eventId: EventId, id: SuggestionId): PickRow[] =>
  tx
    .select()
    .from(picks)
    .where(and(eq(picks.eventId, eventId), eq(picks.suggestion, id)))
    .orderBy(asc(picks.attendeeId))
    .all();

/** A suggestion that is taken back leaves what the person said themselves. */
export const forgetSuggestion = (tx: Tx, { attendeeId, about }: PickRow, at: Instant): void =>
  void tx
    .update(picks)
    .set({ wish: null, suggestion: null, at })
    .where(and(eq(picks.attendeeId, attendeeId), eq(picks.about, about)))
    .run();

/** Who said it stays: a suggestion is known as one also after the student took it back. */
export function savePick(tx: Tx, row: Omit<PickRow, 'suggestion'> & { readonly suggestion?: SuggestionId }): void {
  tx.insert(picks)
    .values(row)
    .onConflictDoUpdate({ target: [picks.attendeeId, picks.about], set: picked(row) })
    .run();
}
