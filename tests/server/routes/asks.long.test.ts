import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { AnswerPage, AsksView, MentorPlace } from '@lapwing/shared/protocol/places-api';
import { describe, expect, it } from 'vitest';
import { saveStanding } from '../../../server/src/db/repositories/standings.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { askLink } from '../../../server/src/services/ask-service.ts';
import { askedOf, DAY, HOUR, hall, linkOf, reply } from './asks-hall.ts';

describe('a mentor who drops', () => {
  it('has the next of their field asked, who says yes without signing in and sits at the table', async () => {
    const h = await hall();
    const [table] = h.evening.tables();
    expect((await h.drop()).asked).toEqual([h.near]);
    expect(h.mailsOf('mentorAsk').map(({ to }) => to)).toEqual(['near@example.org']);
    const place = await h.place();
    expect(place).toMatchObject({ state: 'asking', table: 1 });
    const { path, secret } = linkOf(h.t, askedOf(place, h.near));
    const guest = h.t.stranger();
    const page = (await guest.post(`${path}/opening`, { secret })).json<AnswerPage>();
    expect(page).toMatchObject({ state: 'open', firstName: 'near', instead: true });
    expect((await h.place()).state, 'to look at it changes nothing').toBe('asking');
    const done = (await guest.post(path, { secret, answer: 'yes' })).json<AnswerPage>();
    expect(done.state).toBe('yes');
    expect(JSON.stringify(done), 'whoever was forwarded the mail gets nobody’s page').not.toContain('/me/');
    expect(h.mailsOf('promoted').map(({ to }) => to)).toEqual(['near@example.org']);
    expect(h.standing(h.near)).toBe('active');
    expect(h.evening.tables()[0]?.mentors).toEqual([h.near]);
    expect(table?.mentors).not.toEqual([h.near]);
    expect(await h.place()).toMatchObject({ state: 'filled', next: [] });
    expect((await h.ada.post(`${h.evening.url}/start-offer`, { basis: 'expected' })).statusCode).toBe(200);
  });

  it('has the next asked after a no, and after a day without an answer; the first yes wins', async () => {
    const h = await hall();
    await h.drop();
    const first = askedOf(await h.place(), h.near);
    expect((await reply(h.t, first, 'no')).state).toBe('no');
    const second = askedOf(await h.place(), h.nearLater);
    h.t.clock.leap(23 * HOUR);
    h.t.clock.leap(2 * HOUR);
    const ada = await h.t.organiser();
    const [place] = (await ada.get(`${h.evening.url}/asks`)).json<AsksView>().places;
    if (!place) throw new Error('there is a place');
    const third = askedOf(place, h.far);
    expect((await reply(h.t, third, 'yes')).state).toBe('yes');
    expect((await reply(h.t, second, 'yes')).state).toBe('too-late');
    expect(h.standing(h.nearLater)).toBe('waiting');
    expect(h.standing(h.far)).toBe('active');
    const thanked = h.mailsOf('mentorAsk').filter(({ subject }) => subject.startsWith('We found'));
    expect(thanked, 'who was never sent the question is not told that it is over').toEqual([]);
  });

  it('who comes back is asked for no more, and whoever had been asked is thanked', async () => {
    const h = await hall();
    const out = await h.drop();
    h.t.db.update(mails).set({ state: 'sent' }).run();
    const mentor1 = h.evening.mentors[0]?.id;
    await h.ada.put(`${h.evening.url}/people/${mentor1}/standing`, { ...out.before, movedUp: out.movedUp });
    expect((await h.asks()).places).toEqual([]);
    expect(h.mailsOf('mentorAsk').map(({ subject }) => subject)).toEqual([
      'Can you be a mentor? Careers Night',
      'We found a mentor: Careers Night',
    ]);
    expect(h.evening.tables()[0]?.mentors).toEqual([mentor1]);
  });

  it('only by an import that is taken back keeps the table, and whoever was asked hears that it is over', async () => {
    const h = await hall();
    const file = Buffer.from('guest_id,name,email,approval_status\ngst-1,Mentor1 Last1,mentor1@example.org,declined\n');
    const preview = await h.ada.upload(`${h.evening.url}/imports/preview?as=mentors`, file);
    const { digest } = preview.json<ImportPreview>();
    const applied = await h.ada.upload(`${h.evening.url}/imports?as=mentors&digest=${digest}`, file);
    h.t.db.update(mails).set({ state: 'sent' }).run();
    const asked = askedOf(await h.place(), h.near);
    const { importId } = applied.json<ImportApplied>();
    expect((await h.ada.post(`${h.evening.url}/imports/${importId}/undo`)).statusCode).toBe(204);
    expect((await reply(h.t, asked, 'yes')).state).toBe('too-late');
    expect(h.evening.tables()[0]?.mentors).toEqual([h.evening.mentors[0]?.id]);
    expect(h.standing(h.near)).toBe('waiting');
    expect(h.mailsOf('mentorAsk').map(({ subject }) => subject)).toContain('We found a mentor: Careers Night');
  });

  it('and comes after all keeps the chair, whoever says yes', async () => {
    const h = await hall();
    await h.drop();
    const asked = askedOf(await h.place(), h.near);
    const mentor1 = h.evening.mentors[0]?.id as AttendeeId;
    saveStanding(h.t.db, h.evening.id, mentor1, 'active', null);
    expect((await reply(h.t, asked, 'yes')).state).toBe('yes');
    expect(h.evening.tables()[0]?.mentors).toEqual([mentor1]);
  });

  it('a yes outlives a file that still has them in reserve', async () => {
    const h = await hall();
    await h.drop();
    await reply(h.t, askedOf(await h.place(), h.near), 'yes');
    const file = Buffer.from('guest_id,name,email,approval_status\ngst-2,near,near@example.org,waitlist\n');
    const preview = await h.ada.upload(`${h.evening.url}/imports/preview?as=mentors`, file);
    expect(preview.json<ImportPreview>()).toMatchObject({ changed: [], kept: [{ fields: ['standing'] }] });
  });

  it('is replaced once, however many say yes at the same moment', async () => {
    const h = await hall(0.1);
    await h.drop();
    const { asks } = await h.place();
    expect(asks).toHaveLength(3);
    const said = await Promise.all(asks.map((asked) => reply(h.t, asked, 'yes')));
    expect(said.map(({ state }) => state).sort()).toEqual(['too-late', 'too-late', 'yes']);
    expect([h.near, h.nearLater, h.far].filter((id) => h.standing(id) === 'active')).toHaveLength(1);
  });

  it('from the reserve leaves no place behind, and the one they were asked for goes to the next', async () => {
    const h = await hall();
    await h.drop();
    await h.ada.put(`${h.evening.url}/people/${h.near}/standing`, { standing: 'cancelled' });
    const { places } = await h.asks();
    expect(places).toHaveLength(1);
    expect(places[0]?.asks.map(({ attendeeId, answer }) => [attendeeId, answer])).toEqual([
      [h.near, 'no'],
      [h.nearLater, null],
    ]);
  });
});

describe('asking by hand', () => {
  it('stops and goes on, without a word to anybody', async () => {
    const h = await hall();
    await h.drop();
    const asked = askedOf(await h.place(), h.near);
    const url = `${h.evening.url}/asks/${asked.id}`;
    const stopped = (await h.ada.put(url, { open: false })).json<AsksView>();
    expect(stopped.places[0]?.state).toBe('stopped');
    expect(h.mailsOf('mentorAsk')).toEqual([expect.objectContaining({ state: 'stopped' })]);
    h.t.clock.leap(2 * DAY);
    const ada = await h.t.organiser();
    expect((await ada.get(`${h.evening.url}/asks`)).json<AsksView>().places[0]?.asks).toHaveLength(1);
    expect((await ada.put(url, { open: true })).json<AsksView>().places[0]?.state).toBe('asking');
    expect(h.mailsOf('mentorAsk')).toEqual([expect.objectContaining({ state: 'draft' })]);
    await reply(h.t, asked, 'no');
    expect((await ada.put(url, { open: false })).statusCode).toBe(409);
  });

  it('gives the text to pass on where no mail goes out, and asks nobody twice', async () => {
    const h = await hall();
    await h.drop();
    const { leaver, next } = await h.place();
    expect(next.map(({ id, nearness }) => [id, nearness])).toEqual([
      [h.nearLater, 'industry'],
      [h.far, 'none'],
    ]);
    const body = { attendeeId: h.far, insteadOf: leaver.id, send: false };
    const view = (await h.ada.post(`${h.evening.url}/asks`, body)).json<AsksView>();
    const asked = askedOf(view.places[0] as MentorPlace, h.far);
    expect(asked.mail).toBeNull();
    expect(asked.text).toContain(askLink(h.t.services, asked.id));
    expect(h.mailsOf('mentorAsk')).toHaveLength(1);
    expect((await h.ada.post(`${h.evening.url}/asks`, body)).statusCode).toBe(409);
    expect((await h.ada.post(`${h.evening.url}/asks`, { ...body, attendeeId: leaver.id })).statusCode).toBe(422);
  });

  it('counts as a yes when the organiser lets somebody in who was asked', async () => {
    const h = await hall();
    await h.drop();
    await h.ada.put(`${h.evening.url}/people/${h.near}/standing`, { standing: 'active' });
    expect((await h.place()).state).toBe('filled');
    expect(h.evening.tables()[0]?.mentors).toEqual([h.near]);
  });

  it('asks for one more mentor, in nobody’s place', async () => {
    const h = await hall();
    const body = { attendeeId: h.far, insteadOf: null, send: true };
    const [asked] = (await h.ada.post(`${h.evening.url}/asks`, body)).json<AsksView>().more;
    if (!asked) throw new Error('nobody was asked');
    expect((await reply(h.t, asked, 'yes')).state).toBe('yes');
    expect(h.standing(h.far)).toBe('active');
    expect((await h.asks()).more[0]).toMatchObject({ answer: 'yes', text: '' });
  });
});

describe('the link of an ask', () => {
  it('opens for its own secret alone, and no page of a person', async () => {
    const h = await hall();
    await h.drop();
    const { path, secret } = linkOf(h.t, askedOf(await h.place(), h.near));
    const guest = h.t.stranger();
    expect((await guest.get(path)).body).toContain('<title>answer</title>');
    for (const wrong of ['x'.repeat(43), secret.slice(1)])
      expect((await guest.post(path, { secret: wrong, answer: 'yes' })).statusCode).toBe(404);
    expect((await guest.post(`/me/${h.near}/session`, { secret })).statusCode).toBe(404);
    expect(h.standing(h.near)).toBe('waiting');
  });

  it('is dead after use: it tells the answer and no name', async () => {
    const h = await hall();
    await h.drop();
    const asked = askedOf(await h.place(), h.near);
    await reply(h.t, asked, 'no');
    const again = await reply(h.t, asked, 'yes');
    expect(again).toMatchObject({ state: 'no', firstName: '' });
    expect(h.standing(h.near)).toBe('waiting');
  });

  it('is dead once the evening has begun', async () => {
    const h = await hall(0.1);
    await h.drop();
    const asked = askedOf(await h.place(), h.near);
    await h.evening.start(h.ada);
    expect((await reply(h.t, asked, 'yes')).state).toBe('over');
    expect(h.standing(h.near)).toBe('waiting');
  });
});
