import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { EventDetail, PlanView, StartOffer } from '@lapwing/shared/protocol/api';
import type { AsksView, InvitationView, RadarView } from '@lapwing/shared/protocol/places-api';
import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { expect, it } from 'vitest';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

it('is an evening of its own: the same floor, invented people, a published plan, some late, every length a minute', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 16, tables: 4, settings: { welcomeMinutes: 10 } });
  const before = (await ada.get(`/api/events/${evening.id}/people`)).body;

  const made = (
    await ada.post(`/api/events/${evening.id}/rehearsal`, { name: 'Rehearsal: Careers Night' })
  ).json<EventDetail>();
  expect(made.id).not.toBe(evening.id);
  expect(made.settings).toMatchObject({ name: 'Rehearsal: Careers Night', rounds: 3, roundMinutes: 1 });
  expect(made.settings).toMatchObject({ changeoverMinutes: 1, welcomeMinutes: 1, panelMinutes: 0 });
  expect(made.tables.map(({ number, mentors }) => [number, mentors.length])).toEqual([1, 2, 3, 4].map((n) => [n, 1]));
  expect(made.publishedPlan).toBeGreaterThan(0);

  const people = (await ada.get(`/api/events/${made.id}/people`)).json<Attendee[]>();
  const students = people.filter(({ role }) => role === 'student');
  expect(students).toHaveLength(16);
  expect(students.filter(({ checkedInAt }) => checkedInAt === null)).toHaveLength(2);
  expect(people.every(({ email }) => email === '')).toBe(true);
  expect((await ada.get(`/api/events/${evening.id}/people`)).body, 'the evening itself is as it was').toBe(before);
});

it('can be run at once', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 12, tables: 3 });
  const { id } = (await ada.post(`/api/events/${evening.id}/rehearsal`, { name: 'Rehearsal' })).json<EventDetail>();
  const offer = (await ada.post(`/api/events/${id}/start-offer`, { basis: 'here' })).json<StartOffer>();
  const start = { kind: 'start', planVersion: offer.planVersion };
  const plan = (await ada.get(`/api/events/${id}/plan`)).json<PlanView>();
  const pressed = await ada.post(`/api/events/${id}/live`, { key: 'a'.repeat(20), expectedVersion: 1, command: start });
  expect(pressed.statusCode, pressed.body).toBe(200);
  expect(plan.schedule.rounds).toHaveLength(3);
});

it('makes nobody known for later: no mentor of it is ever asked to come, no mail is queued', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 12, tables: 3 });
  const { id } = (await ada.post(`/api/events/${evening.id}/rehearsal`, { name: 'Rehearsal' })).json<EventDetail>();
  const radar = (await ada.get(`/api/events/${evening.id}/radar`)).json<RadarView>();
  expect(radar.rows.flatMap(({ couldCome }) => couldCome)).toEqual([]);
  expect((await ada.get(`/api/events/${id}/asks`)).json<AsksView>()).toMatchObject({ places: [], more: [] });
  expect((await ada.get(`/api/events/${id}/outbox`)).json()).toMatchObject({ mails: [], more: 0 });
});

it('takes nobody from outside: no form, whatever is set up, and no word of it to mentors of earlier evenings; the door works', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 12, tables: 3 });
  const made = (await ada.post(`/api/events/${evening.id}/rehearsal`, { name: 'Rehearsal' })).json<EventDetail>();
  expect(made.rehearsal).toBe(true);
  const url = `/api/events/${made.id}`;
  const before = (await ada.get(`${url}/people`)).body;
  expect((await ada.put(`${url}/invitation`, { invitation: { ...CLOSED_INVITATION, open: true } })).statusCode).toBe(
    200,
  );
  const stranger = t.stranger();
  const page = (await stranger.get(`/e/${made.code}/event`)).json<PublicEvent>();
  expect([page.open, page.mentors]).toEqual([{ student: false, mentor: false }, []]);
  const key = freshKey().repeat(2);
  for (const answer of [
    await stranger.post(`/e/${made.code}/students`, { key, answers: studentSaying('Stu Dent') }),
    await stranger.post(`/e/${made.code}/mentors`, { key, answers: mentorSaying('Men Tor') }),
    await stranger.put(`/e/${made.code}/mentors`, { key, answers: mentorSaying('Men Tor') }),
  ])
    expect([answer.statusCode, answer.json()]).toEqual([409, { error: { code: 'registration-closed' } }]);
  expect((await ada.get(`${url}/people`)).body, 'nobody came').toBe(before);
  const asked = await ada.post(`${url}/radar/asks`, { memberId: 'anybody', send: true });
  expect([asked.statusCode, asked.json()]).toEqual([409, { error: { code: 'not-now' } }]);

  const { code } = (await ada.put(`${url}/helpers`, { open: true })).json<{ code: string }>();
  const bo = t.stranger();
  expect((await bo.post('/api/helpers/session', { code, firstName: 'Bo' })).statusCode).toBe(200);
  expect((await bo.post(`${url}/walk-ins`, { name: 'Wanda Walkin' })).statusCode).toBe(200);
  expect((await bo.get(url)).json<EventDetail>().rehearsal).toBe(true);
  const copy = (await ada.post(`${url}/copy`, {})).json<EventDetail>();
  expect(copy.rehearsal, 'a copy is an evening').toBe(false);
});

it('says nothing about how many stay away', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 16, tables: 4 });
  const { id } = (await ada.post(`/api/events/${evening.id}/rehearsal`, { name: 'Rehearsal' })).json<EventDetail>();
  t.clock.leap(2 * 86_400_000);
  const later = await t.organiser();
  expect((await later.get(`/api/events/${id}/invitation`)).json<InvitationView>().stayedAway).toBeNull();
});

it('needs tables, and an event', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const { id } = (await ada.post('/api/events', { name: 'Night' })).json<EventDetail>();
  await ada.put(`/api/events/${id}/floor`, { tables: [] });
  const refused = await ada.post(`/api/events/${id}/rehearsal`, { name: 'Rehearsal' });
  expect(refused.json()).toMatchObject({ error: { code: 'no-tables' } });
  expect((await ada.post('/api/events/nobody/rehearsal', { name: 'Rehearsal' })).statusCode).toBe(404);
});

it('writes to nobody, also where somebody with an address was added by hand', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 12, tables: 3 });
  const { id } = (await ada.post(`/api/events/${evening.id}/rehearsal`, { name: 'Rehearsal' })).json<EventDetail>();
  const url = `/api/events/${id}`;
  const details = { role: 'student', name: 'Real Person', email: 'real@example.org' };
  expect((await ada.post(`${url}/people`, { details })).statusCode).toBe(200);
  expect((await ada.post(`${url}/outbox/links`)).statusCode).toBeLessThan(300);
  expect((await ada.put(`${url}/cancelled`, { cancelled: true, reason: '' })).statusCode).toBe(200);
  expect((await ada.get(`${url}/outbox`)).json()).toMatchObject({ mails: [], more: 0 });
});

it('is called something, and not by blanks; nor is a new evening, a copy or a helper', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const { url } = await makeEvening(t, { students: 12, tables: 3 });
  for (const name of ['', '   ', '\u00a0'])
    for (const to of [`${url}/rehearsal`, `${url}/copy`, '/api/events'])
      expect((await ada.post(to, { name })).statusCode, `${to} ${JSON.stringify(name)}`).toBe(400);
  const made = (await ada.post(`${url}/copy`, { name: '  Again  ' })).json<EventDetail>();
  expect(made.settings.name).toBe('Again');
  const rehearsal = (await ada.post(`${url}/rehearsal`, { name: '  Try  ' })).json<EventDetail>();
  expect(rehearsal.settings.name).toBe('Try');
  const details = { role: 'student', name: '   ' };
  expect((await ada.post(`${url}/people`, { details })).statusCode).toBe(400);
  expect((await ada.post(`${url}/walk-ins`, { name: '   ' })).statusCode).toBe(400);
});
