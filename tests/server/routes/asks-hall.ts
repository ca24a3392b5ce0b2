import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { AnswerPage, AsksView, AskView, MentorPlace, StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { eq } from 'drizzle-orm';
import { findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { askLink } from '../../../server/src/services/ask-service.ts';
import { enrol } from '../../../server/src/services/roster-service.ts';
import { makeEvening, mentor, partsOfLink, type Size, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** An evening with mentors in reserve, and what the tests of asks want to know of it. */
export interface Hall {
  readonly t: TestApp;
  readonly ada: Caller;
  readonly evening: TestEvening;
  /** Mentors in reserve: two of the field of the mentor who drops, one of another. */
  readonly near: AttendeeId;
  readonly nearLater: AttendeeId;
  readonly far: AttendeeId;
  readonly drop: () => Promise<StandingAnswer>;
  readonly asks: () => Promise<AsksView>;
  readonly place: () => Promise<MentorPlace>;
  readonly standing: (id: AttendeeId) => string | undefined;
  readonly mailsOf: (kind: 'mentorAsk' | 'promoted') => { to: string; subject: string; state: string }[];
}

/** An evening in two weeks, published; Mentor1 of field 1 sits at table 1. */
export async function hall(inDays = 14, size: Size = {}): Promise<Hall> {
  const t = await testApp();
  const ada = await t.organiser();
  const startsAt = Math.floor(t.clock.now() + inDays * DAY) as never;
  const evening = await makeEvening(t, { wishes: true, ...size, settings: { startsAt, ...size.settings } });
  const add = (name: string, industry: string): AttendeeId => {
    t.clock.advance(1_000);
    const details = { standing: 'waiting' as const, email: `${name}@example.org`, card: { ...EMPTY_CARD, industry } };
    return enrol(t.services, t.db, evening.id, mentor(name, details)).id;
  };
  const [far, near, nearLater] = [add('far', 'Field 2'), add('near', 'Field 1'), add('later', 'field 1')];
  t.services.evenings.changed(evening.id);
  const asks = async () => (await ada.get(`${evening.url}/asks`)).json<AsksView>();
  const mentor1 = evening.mentors[0]?.id as AttendeeId;
  return {
    ...{ t, ada, evening, near, nearLater, far, asks },
    drop: async () =>
      (await ada.put(`${evening.url}/people/${mentor1}/standing`, { standing: 'cancelled' })).json<StandingAnswer>(),
    place: async () => (await asks()).places[0] as MentorPlace,
    standing: (id) => findAttendee(t.db, evening.id, id)?.standing,
    mailsOf: (kind) =>
      t.db
        .select()
        .from(mails)
        .where(eq(mails.kind, kind))
        .all()
        .map(({ to, subject, state }) => ({ to, subject, state })),
  };
}

/** The parts of the link in the mail of an ask. */
export const linkOf = (t: TestApp, asked: Pick<AskView, 'id'>) => partsOfLink(askLink(t.services, asked.id));

/** As the page behind the link does it: no cookie, no sign-in. */
export async function reply(t: TestApp, asked: Pick<AskView, 'id'>, answer: 'yes' | 'no'): Promise<AnswerPage> {
  const { path, secret } = linkOf(t, asked);
  return (await t.stranger().post(path, { secret, answer })).json<AnswerPage>();
}

/** What this mentor was asked for the place. */
export const askedOf = ({ asks }: MentorPlace, who: AttendeeId): AskView =>
  asks.find(({ attendeeId }) => attendeeId === who) as AskView;
