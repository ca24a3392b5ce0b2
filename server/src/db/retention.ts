import { EMPTY_REGISTRATION, NO_NEEDS, type Registration } from '@lapwing/shared/event/registration';
import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { makeFeedbackAnonymous } from './repositories/feedback.ts';
import {
  attendees,
  auditLines,
  badgePrints,
  deskCalls,
  events,
  imports,
  introductions,
  mails,
  members,
  nightCommands,
  nights,
  notes,
  pairRules,
  picks,
  presenceWords,
  reports,
  seatLocks,
  sessions,
  slackMessages,
} from './schema.ts';
import { forgetTraces } from './traces.ts';
import type { Tx } from './transact.ts';

const json = (value: object): string => JSON.stringify(value);
const company = sql`json_extract(${attendees.registration}, '$.company')`;
const keep = sql`json_extract(${attendees.registration}, '$.consents.keep')`;

/** K2: what was asked for one evening alone. Inside the caller's transaction. @returns whether anything was there */
export function forgetEvening(tx: Tx, eventId: EventId): boolean {
  const changes = [
    tx
      .update(attendees)
      .set({
        access: '',
        diet: '',
        needs: NO_NEEDS,
        registration: sql`json_set(${attendees.registration}, '$.company', '')`,
      })
      .where(
        and(
          eq(attendees.eventId, eventId),
          or(
            ne(attendees.access, ''),
            ne(attendees.diet, ''),
            sql`${attendees.needs} <> ${json(NO_NEEDS)}`,
            sql`coalesce(${company}, '') <> ''`,
          ),
        ),
      )
      .run().changes,
    tx.delete(pairRules).where(eq(pairRules.eventId, eventId)).run().changes,
    tx.delete(seatLocks).where(eq(seatLocks.eventId, eventId)).run().changes,
    tx.delete(badgePrints).where(eq(badgePrints.eventId, eventId)).run().changes,
    tx.delete(deskCalls).where(eq(deskCalls.eventId, eventId)).run().changes,
    tx.delete(presenceWords).where(eq(presenceWords.eventId, eventId)).run().changes,
    tx
      .update(imports)
      .set({ changed: [] })
      .where(and(eq(imports.eventId, eventId), ne(imports.changed, [])))
      .run().changes,
  ];
  return changes.some((count) => count > 0);
}

/** Who agreed to be kept and is on file (K4). */
const isKept = (): SQL | undefined => and(isNotNull(attendees.memberId), sql`${keep} IS NOT NULL`);
const isNotKept = (): SQL | undefined => or(isNull(attendees.memberId), sql`${keep} IS NULL`);

/** K3: whose names go, at most so many. */
export const whoGoes = (tx: Tx, eventId: EventId, most: number): AttendeeId[] =>
  tx
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), isNotKept()))
    .limit(most)
    .all()
    .map(({ id }) => id);

export const countKept = (tx: Tx, eventId: EventId): number =>
  tx
    .select({ count: sql<number>`count(*)` })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), isKept()))
    .get()?.count ?? 0;

/** K4: of those who stay, what belonged to the evening. @returns whether anything was there */
export function trimKept(tx: Tx, eventId: EventId): boolean {
  const { registration } = attendees;
  const rows = tx
    .select({ id: attendees.id, registration })
    .from(attendees)
    .where(
      and(
        eq(attendees.eventId, eventId),
        isKept(),
        or(
          ne(attendees.question, ''),
          ne(attendees.availability, ''),
          sql`json_array_length(${registration}, '$.roles') + json_array_length(${registration}, '$.wishes') > 0`,
          sql`coalesce(json_extract(${registration}, '$.arrivesAt'), json_extract(${registration}, '$.leavesAt')) IS NOT NULL`,
        ),
      ),
    )
    .all();
  for (const { id, registration: said } of rows) {
    const changes = { question: '', availability: '', registration: ofNoEvening({ ...EMPTY_REGISTRATION, ...said }) };
    tx.update(attendees).set(changes).where(eq(attendees.id, id)).run();
  }
  return rows.length > 0;
}

const ofNoEvening = ({ consents, adult, photo, introductionsPerMonth }: Registration): Registration => ({
  ...EMPTY_REGISTRATION,
  ...{ consents, adult, photo, introductionsPerMonth },
});

/**
 * K3, K4, K15: mails and Slack messages of the evening, what was reported in private, traces of who was erased, private
 * notes, picks (H17), and words that were said on its screens; K17: answers after it lose their person.
 * @returns whether anything was there
 */
export function forgetWords(tx: Tx, eventId: EventId): boolean {
  const text = sql`json_extract(${nightCommands.command}, '$.text')`;
  const before = sql`json_extract(${nightCommands.before}, '$.announcement.text')`;
  const now = sql`json_extract(${nights.moment}, '$.announcement.text')`;
  const changes = [
    tx.delete(mails).where(eq(mails.eventId, eventId)).run().changes,
    tx.delete(slackMessages).where(eq(slackMessages.eventId, eventId)).run().changes,
    tx.delete(reports).where(eq(reports.eventId, eventId)).run().changes,
    Number(forgetTraces(tx, eventId)),
    tx.delete(notes).where(eq(notes.eventId, eventId)).run().changes,
    tx.delete(picks).where(eq(picks.eventId, eventId)).run().changes,
    tx
      .update(introductions)
      .set({ studentLine: '', mentorLine: '', words: '' })
      .where(
        and(
          eq(introductions.eventId, eventId),
          sql`${introductions.studentLine} || ${introductions.mentorLine} || ${introductions.words} <> ''`,
        ),
      )
      .run().changes,
    Number(makeFeedbackAnonymous(tx, eventId)),
    tx
      .update(nightCommands)
      .set({ command: sql`json_replace(${nightCommands.command}, '$.text', '')` })
      .where(and(eq(nightCommands.eventId, eventId), sql`${text} <> ''`))
      .run().changes,
    tx
      .update(nightCommands)
      .set({ before: sql`json_replace(${nightCommands.before}, '$.announcement.text', '')` })
      .where(and(eq(nightCommands.eventId, eventId), sql`${before} <> ''`))
      .run().changes,
    tx
      .update(nights)
      .set({ moment: sql`json_replace(${nights.moment}, '$.announcement.text', '')` })
      .where(and(eq(nights.eventId, eventId), sql`${now} <> ''`))
      .run().changes,
  ];
  return changes.some((count) => count > 0);
}

/** K5: who is on file and gave no sign of life since then, at any event. */
export function silentSince(tx: Tx, since: Instant): { readonly id: MemberId; readonly people: AttendeeId[] }[] {
  const quiet = tx.select({ id: members.id }).from(members).where(lt(members.lastSeenAt, since)).all();
  return quiet.flatMap(({ id }) => {
    const people = tx
      .select({ id: attendees.id, checkedInAt: attendees.checkedInAt })
      .from(attendees)
      .where(eq(attendees.memberId, id))
      .all();
    const isHeard = people.some((person) => (person.checkedInAt ?? 0) >= since || wasSeenSince(tx, person.id, since));
    return isHeard ? [] : [{ id, people: people.map((person) => person.id) }];
  });
}

const wasSeenSince = (tx: Tx, id: AttendeeId, since: Instant): boolean =>
  tx
    .select({ at: sql<number>`max(${sessions.lastSeenAt})` })
    .from(sessions)
    .where(eq(sessions.attendeeId, id))
    .all()
    .some(({ at }) => (at ?? 0) >= since);

/** K18: which forms were sent before then, at most so many. @returns how many */
export const forgetForms = (tx: Tx, before: Instant, most: number): number => {
  const due = tx
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(
      and(
        eq(sessions.kind, 'registration'),
        // event by event, so that only what is due is read
        inArray(sessions.eventId, tx.select({ id: events.id }).from(events)),
        lt(sessions.createdAt, before),
      ),
    )
    .limit(most);
  return tx.delete(sessions).where(inArray(sessions.hash, due)).run().changes;
};

/** C6: mails and Slack messages of the community that were written before then. Their keys are not needed any more: what they follow from is over. */
export const forgetMemberMails = (tx: Tx, before: Instant): void => {
  tx.delete(mails)
    .where(and(isNull(mails.eventId), isNotNull(mails.memberId), lt(mails.createdAt, before)))
    .run();
  tx.delete(slackMessages)
    .where(and(isNull(slackMessages.eventId), lt(slackMessages.createdAt, before)))
    .run();
};

/** K14: what was written down of accounts and sign-ins before then. */
export const forgetLines = (tx: Tx, before: Instant): void => {
  tx.delete(auditLines)
    .where(and(isNull(auditLines.eventId), lt(auditLines.at, before)))
    .run();
};
