import { CLOSED_INVITATION, type Invitation } from '@lapwing/shared/event/invitation';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { StandingAnswer } from '@lapwing/shared/protocol/places-api';
import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import type { MentorAnswers } from '@lapwing/shared/registration/answers';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, linkByMail, makeEvening, opened } from '../../support/evening-builder.ts';
import { mailerTo } from '../../support/outbox.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const key = (): string => freshKey().padEnd(24, '0');

async function openEvening(invitation: Partial<Invitation> = {}, t?: TestApp) {
  const app = t ?? (await testApp({ mailer: mailerTo(1) }));
  const evening = await makeEvening(app, { students: 1, tables: 1, published: false });
  saveInvitation(app.db, evening.id, { ...CLOSED_INVITATION, open: true, ...invitation });
  const event = app.services.evenings.get(evening.id)?.event;
  const person = (name: string) =>
    [...(app.services.evenings.get(evening.id)?.people.values() ?? [])].find((one) => one.name === name);
  const sent = () =>
    app.db
      .select()
      .from(mails)
      .all()
      .filter(({ eventId }) => eventId === evening.id);
  const register = async (
    as: 'students' | 'mentors',
    answers: ReturnType<typeof studentSaying> | ReturnType<typeof mentorSaying>,
  ) => {
    await app.stranger().post(`/e/${event?.code}/${as}`, { key: key(), answers });
    const { id } = person(answers.name) ?? {};
    const phone = await opened(app.stranger(), linkByMail(app, evening.id, id));
    return { id, phone, details: async () => (await phone.get(`/me/${id}/details`)).json<OwnDetails>() };
  };
  return { t: app, evening, person, sent, register };
}

const say = (phone: Caller, id: string | undefined, coming: boolean) => phone.put(`/me/${id}/coming`, { coming });
const lineOf = (calendar: string | undefined, name: string): string | undefined =>
  calendar?.split('\r\n').find((line) => line.startsWith(`${name}:`));

describe('my details', () => {
  const ann = studentSaying('Ann Example', { access: 'Loop', company: 'Not with Bob' });

  it('shows what is stored, and takes changes until the start', async () => {
    const { t, evening, register, person } = await openEvening();
    const { id, phone, details } = await register('students', ann);
    expect(await details()).toMatchObject({ standing: 'active', open: true, student: ann, mentor: null, place: null });
    const changed = await phone.put(`/me/${id}/details`, {
      answers: { ...ann, question: 'Why?', name: 'Ann E. Example' },
    });
    expect(changed.json<OwnDetails>().student).toMatchObject({ question: 'Why?', name: 'Ann E. Example' });
    expect(person('Ann E. Example')?.question).toBe('Why?');
    await evening.start(await t.organiser());
    expect((await phone.put(`/me/${id}/details`, { answers: ann })).json()).toMatchObject({
      error: { code: 'not-now' },
    });
    expect(await details()).toMatchObject({ open: false });
  });

  it('says which answer is wrong, and refuses those of the other role', async () => {
    const { register } = await openEvening();
    const { id, phone } = await register('students', ann);
    const wrong = await phone.put(`/me/${id}/details`, { answers: { ...ann, question: 'x'.repeat(301) } });
    expect(wrong.json()).toMatchObject({ error: { details: { field: 'question', problem: 'tooLong' } } });
    expect((await phone.put(`/me/${id}/details`, { answers: mentorSaying('Ann Example') })).statusCode).toBe(400);
  });

  it('never changes the address, nor how somebody stands', async () => {
    const { register, person } = await openEvening({ capacity: 1 });
    const { id, phone } = await register('students', ann);
    await phone.put(`/me/${id}/details`, { answers: { ...ann, email: 'other@example.org' } });
    expect(person('Ann Example')).toMatchObject({ email: ann.email, standing: 'waiting' });
  });

  it('is nobody else’s', async () => {
    const { t, register } = await openEvening();
    const { id } = await register('students', ann);
    const { phone: bob } = await register('students', studentSaying('Bob Other'));
    for (const caller of [t.stranger(), bob]) {
      expect((await caller.get(`/me/${id}/details`)).statusCode).toBe(404);
      expect((await caller.get(`/me/${id}/calendar.ics`)).statusCode).toBe(404);
      expect((await say(caller, id, false)).statusCode).toBe(404);
    }
  });
});

describe('I cannot come', () => {
  it('gives the place to who waits, takes the evening out of the calendar, and can be taken back', async () => {
    const { register, person, sent } = await openEvening({ capacity: 2 });
    const ann = await register('students', studentSaying('Ann Example'));
    await register('students', studentSaying('Ben Waits'));
    expect(person('Ben Waits')?.standing).toBe('waiting');
    expect((await say(ann.phone, ann.id, false)).json()).toMatchObject({ standing: 'cancelled' });
    expect(person('Ben Waits')?.standing).toBe('active');
    const mine = () => sent().filter(({ to }) => to === 'ann.example@example.org');
    expect(mine().map(({ kind }) => kind)).toEqual(['confirmation', 'cancelled']);
    const [first, then] = mine();
    expect(lineOf(then?.calendar, 'METHOD')).toBe('METHOD:CANCEL');
    expect(lineOf(then?.calendar, 'SEQUENCE')).toBe('SEQUENCE:1');
    expect(lineOf(then?.calendar, 'UID')).toBe(lineOf(first?.calendar, 'UID'));
    await say(ann.phone, ann.id, false);
    expect(mine(), 'said again, it is no news').toHaveLength(2);
    // the place is gone: back on the waitlist
    expect((await say(ann.phone, ann.id, true)).json()).toMatchObject({ standing: 'waiting', place: 1 });
    expect(mine().at(-1)?.kind).toBe('waitlist');
  });

  it('is taken back while the place is free, with a new entry for the calendar', async () => {
    const { t, register, sent } = await openEvening();
    const { id, phone } = await register('students', studentSaying('Ann Example'));
    await say(phone, id, false);
    t.clock.advance(1_000);
    expect((await say(phone, id, true)).json()).toMatchObject({ standing: 'active' });
    expect(sent().map(({ kind, calendar }) => [kind, lineOf(calendar, 'SEQUENCE')])).toEqual([
      ['confirmation', 'SEQUENCE:0'],
      ['cancelled', 'SEQUENCE:1'],
      ['confirmation', 'SEQUENCE:2'],
    ]);
  });

  it('does not bring a mentor in who was in reserve', async () => {
    const { t, evening, register } = await openEvening();
    const { id, phone } = await register('mentors', mentorSaying('Mia Mentor'));
    const organiser = await t.organiser();
    await organiser.put(`${evening.url}/people/${id}/standing`, { standing: 'waiting' });
    await say(phone, id, false);
    expect((await say(phone, id, true)).json()).toMatchObject({ standing: 'waiting' });
  });

  it('comes back only for who said it: others took them off the list, and others let them in', async () => {
    const { t, evening, register, person, sent } = await openEvening();
    const { id, phone, details } = await register('students', studentSaying('Ann Example'));
    const organiser = await t.organiser();
    const stand = async (body: object) =>
      (await organiser.put(`${evening.url}/people/${id}/standing`, body)).json<StandingAnswer>();
    await say(phone, id, false);
    expect(await details()).toMatchObject({ mayComeBack: true });
    const letIn = await stand({ standing: 'active' });
    const out = await stand({ standing: 'cancelled' });
    const mailed = sent().length;
    expect(await details()).toMatchObject({ standing: 'cancelled', mayComeBack: false });
    expect((await say(phone, id, true)).json()).toMatchObject({ error: { code: 'taken-off-list' } });
    expect([person('Ann Example')?.standing, sent().length]).toEqual(['cancelled', mailed]);
    await stand(out.before);
    await stand(letIn.before);
    expect(await details(), 'taken back, it is their own word again').toMatchObject({ mayComeBack: true });
    expect((await say(phone, id, true)).json()).toMatchObject({ standing: 'active' });
    await organiser.put(`${evening.url}/people/${id}`, { details: { standing: 'cancelled' } });
    expect((await say(phone, id, true)).json()).toMatchObject({ error: { code: 'taken-off-list' } });
  });

  it('can be taken back by who came up from the waitlist', async () => {
    const { register } = await openEvening({ capacity: 2 });
    const ann = await register('students', studentSaying('Ann Example'));
    const ben = await register('students', studentSaying('Ben Waits'));
    await say(ann.phone, ann.id, false);
    expect((await say(ben.phone, ben.id, false)).json()).toMatchObject({ standing: 'cancelled', mayComeBack: true });
    expect((await say(ben.phone, ben.id, true)).json()).toMatchObject({ standing: 'active' });
  });

  it('is too late once the evening runs', async () => {
    const { t, evening, register } = await openEvening();
    const { id, phone } = await register('students', studentSaying('Ann Example'));
    await evening.start(await t.organiser());
    expect((await say(phone, id, false)).json()).toMatchObject({ error: { code: 'not-now' } });
  });
});

describe('the evening for the calendar', () => {
  it('is a file with the person’s own link, and reading it changes nothing', async () => {
    const { register, sent } = await openEvening();
    const { id, phone } = await register('students', studentSaying('Ann Example'));
    const before = sent();
    const file = await phone.get(`/me/${id}/calendar.ics`);
    expect(file.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' });
    expect(lineOf(file.body, 'METHOD')).toBe('METHOD:PUBLISH');
    expect(lineOf(file.body, 'UID')).toBe(lineOf(before[0]?.calendar, 'UID'));
    expect(file.body.replaceAll('\r\n ', '')).toContain(`/me/${id}#`);
    expect(sent()).toEqual(before);
  });

  it('is sent anew when a mentor comes later, and says when', async () => {
    const { t, evening, register, sent } = await openEvening();
    const mia = mentorSaying('Mia Mentor');
    const { id, phone } = await register('mentors', mia);
    const startsAt = t.services.evenings.get(evening.id)?.event.settings.startsAt ?? 0;
    t.clock.advance(1_000);
    const arrivesAt = startsAt + 600_000;
    await phone.put(`/me/${id}/details`, { answers: { ...mia, arrivesAt } });
    await phone.put(`/me/${id}/details`, { answers: { ...mia, arrivesAt, access: 'Loop' } });
    expect(sent().map(({ kind }) => kind)).toEqual(['confirmation', 'changed']);
    expect(lineOf(sent()[1]?.calendar, 'DTSTART')).toBe('DTSTART:20261122T184000Z');
    expect(lineOf(sent()[1]?.calendar, 'SEQUENCE')).toBe('SEQUENCE:1');
  });
});

describe('the hours of a mentor', () => {
  it('are refused at their field when they are changed to what cannot be', async () => {
    const { t, evening, register, person } = await openEvening();
    const mia = mentorSaying('Mia Mentor');
    const { id, phone, details } = await register('mentors', mia);
    const { startsAt, endsAt } = await details();
    const change = (hours: Partial<MentorAnswers>) => phone.put(`/me/${id}/details`, { answers: { ...mia, ...hours } });
    expect((await change({ leavesAt: startsAt })).json()).toMatchObject({
      error: { code: 'bad-request', details: { field: 'leavesAt', problem: 'beforeStart' } },
    });
    expect((await change({ arrivesAt: endsAt })).json()).toMatchObject({
      error: { details: { field: 'arrivesAt', problem: 'afterEnd' } },
    });
    expect(person('Mia Mentor')?.registration).toMatchObject({ arrivesAt: null, leavesAt: null });
    const hours = { arrivesAt: (startsAt + 60_000) as Instant, leavesAt: (endsAt - 60_000) as Instant };
    await change(hours);
    const settings = t.services.evenings.get(evening.id)?.event.settings;
    const moved = { ...settings, startsAt: startsAt + 30 * 86_400_000 };
    await (await t.organiser()).put(`${evening.url}/settings`, moved);
    // the evening was moved: their hours are as they were, and everything else can be changed
    expect((await change({ ...hours, access: 'Loop' })).json<OwnDetails>().mentor).toMatchObject({ access: 'Loop' });
    const file = (await phone.get(`/me/${id}/calendar.ics`)).body;
    expect([lineOf(file, 'DTSTART'), lineOf(file, 'DTEND')]).toEqual([
      'DTSTART:20261222T183000Z',
      'DTEND:20261222T190400Z',
    ]);
  });

  it('are refused on the public form as well', async () => {
    const { t, evening } = await openEvening();
    const event = t.services.evenings.get(evening.id)?.event;
    const leavesAt = event?.settings.startsAt ?? null;
    const form = { key: key(), answers: mentorSaying('Mia Mentor') };
    const address = `/e/${event?.code}/mentors`;
    const late = { ...form, answers: { ...form.answers, leavesAt } };
    const refused = { error: { details: { field: 'leavesAt', problem: 'beforeStart' } } };
    expect((await t.stranger().post(address, late)).json()).toMatchObject(refused);
    await t.stranger().post(address, form);
    expect((await t.stranger().put(address, late)).json()).toMatchObject(refused);
  });
});

describe('a mentor who agreed to be kept', () => {
  it('is offered their card at the next event, on their own page only', async () => {
    const first = await openEvening();
    const mia = mentorSaying('Mia Mentor', {
      consents: { run: true, publicCard: false, introductions: false, keep: true },
    });
    const begun = await first.register('mentors', mia);
    expect((await begun.details()).earlierCard).toBeNull();
    const card = { ...mia.card, jobTitle: 'Engineer', company: 'Northlamp' };
    await begun.phone.put(`/me/${begun.id}/details`, { answers: { ...mia, card } });
    const next = await openEvening({}, first.t);
    const again = await next.register('mentors', { ...mia, consents: { ...mia.consents, keep: false } });
    expect(next.person('Mia Mentor')?.card.jobTitle).toBe('');
    expect((await again.details()).earlierCard).toMatchObject(card);
  });

  it('is off file when they take it back', async () => {
    const first = await openEvening();
    const mia = mentorSaying('Mia Mentor', {
      consents: { run: true, publicCard: false, introductions: false, keep: true },
    });
    const begun = await first.register('mentors', { ...mia, card: { ...mia.card, jobTitle: 'Engineer' } });
    await begun.phone.put(`/me/${begun.id}/details`, {
      answers: { ...mia, consents: { ...mia.consents, keep: false } },
    });
    const next = await openEvening({}, first.t);
    const again = await next.register('mentors', mia);
    expect((await again.details()).earlierCard).toBeNull();
  });
});
