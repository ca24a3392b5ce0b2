import type { Attendee } from '@lapwing/shared/event/roster';
import type { EventDetail, PlanView, StartOffer } from '@lapwing/shared/protocol/api';
import type { AsksView, RadarView } from '@lapwing/shared/protocol/places-api';
import { expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
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

it('needs tables, and an event', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const { id } = (await ada.post('/api/events', { name: 'Night' })).json<EventDetail>();
  await ada.put(`/api/events/${id}/floor`, { tables: [] });
  const refused = await ada.post(`/api/events/${id}/rehearsal`, { name: 'Rehearsal' });
  expect(refused.json()).toMatchObject({ error: { code: 'no-tables' } });
  expect((await ada.post('/api/events/nobody/rehearsal', { name: 'Rehearsal' })).statusCode).toBe(404);
});
