import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { EventDetail, EventSummary } from '@lapwing/shared/protocol/api';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { CancelReach } from '@lapwing/shared/protocol/cancelled-api';
import type { Hall, PersonalCard } from '@lapwing/shared/protocol/messages';
import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { attendees, mails } from '../../../server/src/db/schema.ts';
import { remind } from '../../../server/src/services/reminders.ts';
import { studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening, SETTINGS } from '../../support/evening-builder.ts';
import { delivered, later, mailerTo, mailServer, queued, stored } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';

const DAY = 86_400_000;
const REASON = 'The hall is flooded.';

/** Six students and three mentors who come, with a mail server that takes everything. */
async function hall(settings: Partial<typeof SETTINGS> = {}) {
  const server = await mailServer();
  const t = await testApp({ mailer: mailerTo(server.port) });
  const ada = await t.organiser();
  const evening = await makeEvening(t, { settings });
  saveInvitation(t.db, evening.id, {
    ...CLOSED_INVITATION,
    open: true,
    contactName: 'Mei',
    contactEmail: 'mei@example.org',
  });
  t.services.evenings.changed(evening.id);
  const url = `${evening.url}/cancelled`;
  const code = t.services.evenings.get(evening.id)?.event.code;
  return {
    ...{ t, ada, evening, server, code },
    cancel: (reason = REASON) => ada.put(url, { cancelled: true, reason }),
    takeBack: () => ada.put(url, { cancelled: false, reason: '' }),
    reach: async () => (await ada.get(url)).json<CancelReach>(),
    detail: async () => (await ada.get(evening.url)).json<EventDetail>(),
    page: async () => (await t.stranger().get(`/e/${code}/event`)).json<PublicEvent>(),
    said: (kind: 'calledOff' | 'takesPlace') => stored(t).filter((mail) => mail.kind === kind),
  };
}

const error = (answer: { json<Body>(): Body }) => answer.json<{ error?: { code: string } }>().error?.code;
const lineOf = (calendar: string, name: string): string | undefined =>
  calendar.split('\r\n').find((line) => line.startsWith(`${name}:`));

describe('a cancelled evening', () => {
  it('E7 is taken out of a calendar by the file on one’s own page too, and put in again by it', async () => {
    const { evening, cancel, takeBack } = await hall();
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const phone = await evening.phone(ann);
    const file = async () => {
      const { body } = await phone.get(`/me/${ann.id}/calendar.ics`);
      return [lineOf(body, 'METHOD'), lineOf(body, 'STATUS')];
    };
    expect(await file()).toEqual(['METHOD:PUBLISH', 'STATUS:CONFIRMED']);
    await cancel();
    expect(await file()).toEqual(['METHOD:CANCEL', 'STATUS:CANCELLED']);
    await takeBack();
    expect(await file()).toEqual(['METHOD:PUBLISH', 'STATUS:CONFIRMED']);
    expect((await phone.put(`/me/${ann.id}/coming`, { coming: false })).statusCode).toBe(200);
    expect(await file(), 'who does not come').toEqual(['METHOD:CANCEL', 'STATUS:CANCELLED']);
  });

  it('E1 is cancelled before the night and in the middle of it, and not when it is over', async () => {
    const { ada, evening, cancel, takeBack, detail } = await hall();
    expect((await detail()).cancelled).toBeNull();
    expect((await cancel()).json<EventDetail>().cancelled).toMatchObject({ reason: REASON });
    expect((await ada.get('/api/events')).json<EventSummary[]>()[0]?.cancelled).toBe(true);
    expect((await takeBack()).json<EventDetail>().cancelled).toBeNull();
    await evening.start(ada);
    expect((await cancel('')).json<EventDetail>().cancelled).toMatchObject({ reason: '' });
    await takeBack();
    await evening.press(ada, { kind: 'finish' });
    expect(error(await cancel())).toBe('not-now');
  });

  it('E1 takes a reason of one line and 160 characters at most', async () => {
    const { cancel } = await hall();
    expect((await cancel('x'.repeat(161))).statusCode).toBe(400);
    expect((await cancel('Two\nlines')).statusCode).toBe(400);
    expect((await cancel('x'.repeat(160))).statusCode).toBe(200);
  });

  it('E2 lets nobody press anything, and its clock goes on', async () => {
    const { t, ada, evening, cancel, takeBack } = await hall();
    await cancel();
    expect(error(await evening.start(ada))).toBe('event-cancelled');
    await takeBack();
    expect((await evening.start(ada)).statusCode).toBe(200);
    await cancel();
    const before = evening.version();
    for (const kind of ['next', 'pause', 'undo', 'finish'] as const)
      expect(error(await evening.press(ada, { kind }))).toBe('event-cancelled');
    expect(evening.version()).toBe(before);
    t.clock.advance(11 * 60_000);
    expect(evening.moment().phase.kind).toBe('moving');
  });

  it('E2 begins no talk because all are here', async () => {
    const { t, ada, evening, cancel } = await hall();
    evening.checkIn(...evening.students, ...evening.mentors);
    await evening.start(ada);
    t.clock.advance(10 * 60_000 + 30_000);
    expect(evening.moment().phase).toMatchObject({ kind: 'moving', round: 2 });
    await cancel();
    for (const person of [...evening.students, ...evening.mentors])
      await (await evening.phone(person)).put(`/me/${person.id}/all-here`, { round: 2 });
    expect(evening.moment().phase).toMatchObject({ kind: 'moving', round: 2 });
  });

  it('E3 taken back, stands where it would stand, and undo of the night does not take it back', async () => {
    const { t, ada, evening, cancel, takeBack, detail } = await hall();
    await evening.start(ada);
    await cancel();
    t.clock.advance(13 * 60_000);
    await takeBack();
    expect(evening.moment().phase).toMatchObject({ kind: 'talking', round: 2 });
    await evening.press(ada, { kind: 'undo' });
    expect((await detail()).cancelled).toBeNull();
    expect(evening.moment().phase).toMatchObject({ kind: 'timeUp', round: 1 });
  });

  it('E4 wall, phone, public page and door say so, with the reason and whom to ask', async () => {
    const { evening, cancel, takeBack, page, code, t } = await hall();
    await cancel();
    const notice = { reason: REASON, contactName: 'Mei', contactEmail: 'mei@example.org' };
    const [somebody] = evening.students;
    const phone = somebody && (await evening.phone(somebody));
    const card = async () => (await phone?.get(`/me/${somebody?.id}/opening`))?.json<{ card: PersonalCard }>().card;
    const wall = await evening.display();
    const hallOf = async () => (await wall.get(`${evening.displayUrl()}/opening`)).json<{ hall: Hall }>().hall;
    expect(await card()).toMatchObject({ cancelled: notice });
    expect(await hallOf()).toMatchObject({ cancelled: notice });
    expect(await page()).toMatchObject({ cancelled: { reason: REASON }, open: { student: false, mentor: false } });
    expect((await t.stranger().get(`/e/${code}`)).body).toContain(`<p>This evening is cancelled.</p><p>${REASON}</p>`);
    const bare = (await phone?.get(`/me/${somebody?.id}`))?.body;
    expect(bare).toContain(`<p>This evening is cancelled.</p><p>${REASON}</p>`);
    expect(bare).not.toContain('seat-table');
    await takeBack();
    expect(await card()).not.toHaveProperty('cancelled');
    expect(await hallOf()).not.toHaveProperty('cancelled');
    expect(await page()).toMatchObject({ cancelled: null, open: { student: true, mentor: true } });
  });

  it('E5 takes no registration, moves nobody up, reminds nobody and lets nobody check themselves in', async () => {
    const { t, ada, evening, cancel, takeBack, code } = await hall();
    const [first, second] = evening.students;
    await ada.put(`${evening.url}/invitation`, { invitation: { ...CLOSED_INVITATION, open: true, capacity: 5 } });
    await ada.put(`${evening.url}/people/${second?.id}/standing`, { standing: 'waiting' });
    await cancel();
    const form = { key: freshKey().padEnd(24, '0'), answers: studentSaying('Ann Example') };
    expect(error(await t.stranger().post(`/e/${code}/students`, form))).toBe('registration-closed');
    const phone = first && (await evening.phone(first));
    expect(error((await phone?.put(`/me/${first?.id}/here`, { code: 'AAAA' })) ?? { json: () => ({}) as never })).toBe(
      'event-cancelled',
    );
    expect(
      error((await phone?.put(`/me/${first?.id}/coming`, { coming: false })) ?? { json: () => ({}) as never }),
    ).toBe('not-now');
    await ada.put(`${evening.url}/people/${first?.id}/standing`, { standing: 'cancelled' });
    const standing = () =>
      t.db
        .select()
        .from(attendees)
        .where(eq(attendees.id, second?.id ?? ('' as never)))
        .get()?.standing;
    expect(standing()).toBe('waiting');
    t.clock.jumpTo(SETTINGS.startsAt - DAY / 24);
    remind(t.services);
    expect(stored(t).filter(({ kind }) => kind === 'reminder' || kind === 'promoted')).toEqual([]);
    await takeBack();
    expect(
      (await t.stranger().post(`/e/${code}/students`, { ...form, key: freshKey().padEnd(24, '0') })).statusCode,
    ).toBe(200);
  });

  it('E6 keeps personal data no longer', async () => {
    const { ada, evening, cancel } = await hall();
    const dates = async () => (await ada.get(`${evening.url}/privacy`)).json();
    const before = await dates();
    await cancel();
    expect(await dates()).toEqual(before);
  });

  it('E7 writes to everybody who comes or waits, each a mail of their own that takes it out of the calendar', async () => {
    const { t, ada, evening, server, cancel, said, reach } = await hall();
    const [first, second, third, fourth] = evening.students;
    await ada.put(`${evening.url}/people/${second?.id}/standing`, { standing: 'waiting' });
    await ada.put(`${evening.url}/people/${third?.id}/standing`, { standing: 'cancelled' });
    t.db
      .update(attendees)
      .set({ email: '' })
      .where(eq(attendees.id, fourth?.id ?? ('' as never)))
      .run();
    queued(t, {
      eventId: evening.id,
      attendeeId: first?.id ?? null,
      to: first?.email ?? '',
      calendar: 'BEGIN:VCALENDAR',
    });
    await delivered(t);
    expect(await reach()).toEqual({ mails: 7, calendars: 1, noAddress: 1, goesOut: true });
    await cancel();
    await delivered(t);
    expect(said('calledOff').map(({ state }) => state)).toEqual(Array(7).fill('sent'));
    const sent = server.mails.filter(({ subject }) => subject?.startsWith('Cancelled:'));
    expect(sent).toHaveLength(7);
    const coming = [...evening.students, ...evening.mentors].filter(({ id }) => id !== third?.id && id !== fourth?.id);
    expect(sent.map(({ to }) => [to].flat().map((one) => one?.text)).sort()).toEqual(
      coming.map(({ email }) => [email]).sort(),
    );
    for (const { text } of sent) expect(text).toContain(`The organiser wrote: ${REASON}`);
    const [withCalendar, ...others] = said('calledOff').filter(({ calendar }) => calendar !== '');
    expect(others).toEqual([]);
    expect(lineOf(withCalendar?.calendar ?? '', 'METHOD')).toBe('METHOD:CANCEL');
    expect(lineOf(withCalendar?.calendar ?? '', 'UID')).toBe(`UID:${first?.id}@lapwing`);
    expect(lineOf(withCalendar?.calendar ?? '', 'SEQUENCE')).toBe('SEQUENCE:1');
    expect(await reach()).toMatchObject({ mails: 7, calendars: 1 });
  });

  it('E8 cancelled twice writes once; another reason is shown and not mailed', async () => {
    const { t, cancel, said, detail } = await hall();
    await Promise.all([cancel(), cancel()]);
    await delivered(t);
    await cancel('The heating is out.');
    await delivered(t);
    expect(said('calledOff')).toHaveLength(9);
    expect((await detail()).cancelled?.reason).toBe('The heating is out.');
  });

  it('E9 taken back, those who were told are told, and have it in the calendar again', async () => {
    const { t, evening, server, cancel, takeBack, said } = await hall();
    const [first] = evening.students;
    queued(t, {
      eventId: evening.id,
      attendeeId: first?.id ?? null,
      to: first?.email ?? '',
      calendar: 'BEGIN:VCALENDAR',
    });
    await cancel();
    await delivered(t);
    await takeBack();
    await takeBack();
    await delivered(t);
    expect(said('takesPlace')).toHaveLength(9);
    expect(server.mails.filter(({ subject }) => subject?.startsWith('It takes place after all:'))).toHaveLength(9);
    const [calendar = ''] = said('takesPlace').flatMap((mail) => (mail.calendar === '' ? [] : [mail.calendar]));
    expect([lineOf(calendar, 'METHOD'), lineOf(calendar, 'SEQUENCE')]).toEqual(['METHOD:REQUEST', 'SEQUENCE:2']);
    expect(lineOf(calendar, 'UID')).toBe(`UID:${first?.id}@lapwing`);
    // cancelled once more, all are told once more
    t.clock.advance(1_000);
    await cancel();
    await delivered(t);
    expect(said('calledOff')).toHaveLength(18);
  });

  it('E9 whose mail has not gone out yet gets neither', async () => {
    const { t, server, cancel, takeBack, said } = await hall();
    await cancel();
    expect(said('calledOff')).toHaveLength(9);
    await takeBack();
    await delivered(t);
    expect([...said('calledOff'), ...said('takesPlace'), ...server.mails]).toEqual([]);
  });

  it('E9 writes to nobody once the evening is over', async () => {
    const { t, cancel, takeBack, said, detail, reach } = await hall();
    await cancel();
    await delivered(t);
    await later(t, DAY / 8);
    expect(await reach()).toMatchObject({ mails: 0 });
    expect((await takeBack()).statusCode).toBe(200);
    expect((await detail()).cancelled).toBeNull();
    expect(said('takesPlace')).toEqual([]);
  });

  it('E10 other mail waits until it takes place after all, but for a link that was asked for', async () => {
    const { t, evening, server, cancel, takeBack } = await hall();
    const to = { eventId: evening.id, attendeeId: evening.students[0]?.id ?? null };
    queued(t, { ...to, kind: 'confirmation', subject: 'You are registered' });
    queued(t, { ...to, kind: 'links', key: 'links:somebody:1', subject: 'Your page' });
    queued(t, { ...to, kind: 'links', key: 'asked:somebody:1', subject: 'Your link' });
    await cancel();
    await delivered(t);
    const subjects = () =>
      server.mails.map(({ subject = '' }) => subject).filter((subject) => subject.startsWith('You'));
    expect(subjects()).toEqual(['Your link']);
    await takeBack();
    await delivered(t);
    expect(subjects().sort()).toEqual(['You are registered', 'Your link', 'Your page']);
    expect(t.db.select().from(mails).where(eq(mails.state, 'queued')).all()).toEqual([]);
  });

  it('leaves who cancelled it, and how many mails that wrote, in the audit', async () => {
    const { ada, evening, t, cancel, takeBack } = await hall();
    await cancel();
    await delivered(t);
    await takeBack();
    const { lines } = (await ada.get(`${evening.url}/audit`)).json<AuditView>();
    const acts = lines.filter(({ act }) => act === 'event-cancelled' || act === 'event-takes-place');
    expect(acts.map(({ act, by, count }) => [act, by, count])).toEqual([
      ['event-takes-place', 'Ada', 9],
      ['event-cancelled', 'Ada', 9],
    ]);
  });

  it('a copy of it takes place', async () => {
    const { ada, evening, cancel } = await hall();
    await cancel();
    expect((await ada.post(`${evening.url}/copy`, {})).json<EventDetail>().cancelled).toBeNull();
  });
});
