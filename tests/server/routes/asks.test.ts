import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportApplied, ImportPreview, LogEntry, PlanView } from '@lapwing/shared/protocol/api';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import type { AnswerPage, AsksView, AskView, MentorPlace, StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { saveStanding } from '../../../server/src/db/repositories/standings.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { askLink } from '../../../server/src/services/ask-service.ts';
import { attendeeLink } from '../../../server/src/services/link-service.ts';
import { enrol } from '../../../server/src/services/roster-service.ts';
import {
  makeEvening,
  mentor,
  opened,
  partsOfLink,
  type Size,
  student,
  type TestEvening,
} from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

interface Hall {
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
async function hall(inDays = 14, size: Size = {}): Promise<Hall> {
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

const linkOf = (t: TestApp, asked: Pick<AskView, 'id'>) => partsOfLink(askLink(t.services, asked.id));

/** As the page behind the link does it: no cookie, no sign-in. */
async function reply(t: TestApp, asked: Pick<AskView, 'id'>, answer: 'yes' | 'no'): Promise<AnswerPage> {
  const { path, secret } = linkOf(t, asked);
  return (await t.stranger().post(path, { secret, answer })).json<AnswerPage>();
}

const askedOf = ({ asks }: MentorPlace, who: AttendeeId): AskView =>
  asks.find(({ attendeeId }) => attendeeId === who) as AskView;

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
    expect(page).toMatchObject({ state: 'open', firstName: 'near', instead: true, ownPage: null });
    expect((await h.place()).state, 'to look at it changes nothing').toBe('asking');
    const done = (await guest.post(path, { secret, answer: 'yes' })).json<AnswerPage>();
    expect(done.state).toBe('yes');
    expect(done.ownPage).toMatch(new RegExp(`/me/${h.near}#`, 'u'));
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

describe('the published plan, when somebody says yes to the place of a mentor', () => {
  const planOf = async (h: Hall): Promise<PlanView> => (await h.ada.get(`${h.evening.url}/plan`)).json<PlanView>();
  const cardOf = async (h: Hall, id: AttendeeId): Promise<PersonalCard> => {
    const link = attendeeLink(h.t.services, h.evening.id, id);
    if (!link.ok) throw new Error('no link');
    const phone = await opened(h.t.stranger(), link.value);
    return (await phone.get(`/me/${id}/opening`)).json<{ card: PersonalCard }>().card;
  };
  /** Whom everybody who meets this mentor meets, by their own cards. */
  const metBy = async (h: Hall): Promise<string[]> => {
    const cards = await Promise.all(h.evening.students.map(({ id }) => cardOf(h, id)));
    return [...new Set(cards.flatMap(({ rounds }) => rounds.flatMap(({ meets }) => meets.map(({ name }) => name))))];
  };
  const names = (schedule: PlanView['schedule'], from: AttendeeId, to: AttendeeId): PlanView['schedule'] =>
    JSON.parse(JSON.stringify(schedule).replaceAll(from, to)) as PlanView['schedule'];
  const log = async (h: Hall): Promise<LogEntry[]> => (await h.ada.get(`${h.evening.url}/log`)).json<LogEntry[]>();
  const leaverOf = (h: Hall): AttendeeId => h.evening.mentors[0]?.id as AttendeeId;

  it('goes on with them in that place, on every page', async () => {
    const h = await hall();
    const before = await planOf(h);
    await h.drop();
    const asked = askedOf(await h.place(), h.near);
    await reply(h.t, asked, 'yes');
    const plan = await planOf(h);
    expect(plan).toMatchObject({ version: 2, status: 'published', outdated: false, origin: 'edited', editedFrom: 1 });
    expect(plan.schedule).toEqual(names(before.schedule, leaverOf(h), h.near));
    expect((await cardOf(h, h.near)).rounds.map(({ table }) => table)).toEqual([1, 1, 1]);
    expect((await cardOf(h, leaverOf(h))).rounds.filter(({ table }) => table !== null)).toEqual([]);
    expect((await metBy(h)).sort()).toEqual(['Mentor2 Last2', 'Mentor3 Last3', 'near']);
    const [entry] = await log(h);
    expect(entry).toMatchObject({ by: 'near', command: { kind: 'publish', planVersion: 2 }, undoable: true });
    await reply(h.t, asked, 'yes');
    expect(h.evening.moment().planVersion, 'said again, it changes nothing').toBe(2);
    expect((await planOf(h)).version).toBe(2);
  });

  it('is the old one again after undo, and stays so', async () => {
    const h = await hall();
    await h.drop();
    await reply(h.t, askedOf(await h.place(), h.near), 'yes');
    expect((await h.evening.press(h.ada, { kind: 'undo' })).statusCode).toBe(200);
    expect(h.evening.moment().planVersion).toBe(1);
    expect((await cardOf(h, leaverOf(h))).rounds.map(({ table }) => table)).toEqual([1, 1, 1]);
    const changed = await h.ada.put(`${h.evening.url}/people/${h.near}`, { details: { diet: 'nuts' } });
    expect(changed.statusCode).toBe(200);
    expect(h.evening.moment().planVersion).toBe(1);
  });

  it.each(['standing', 'details'])('follows the organiser who lets them in (%s), by their name', async (how) => {
    const h = await hall();
    await h.drop();
    const url = `${h.evening.url}/people/${h.near}`;
    const done =
      how === 'standing'
        ? await h.ada.put(`${url}/standing`, { standing: 'active' })
        : await h.ada.put(url, { details: { standing: 'active' } });
    expect(done.statusCode).toBe(200);
    expect(h.evening.moment().planVersion).toBe(2);
    expect((await log(h))[0]?.by).toBe('Ada');
  });

  it('waits for the second of two places, and then takes both', async () => {
    const h = await hall();
    await h.drop();
    const second = h.evening.mentors[1]?.id as AttendeeId;
    await h.ada.put(`${h.evening.url}/people/${second}/standing`, { standing: 'cancelled' });
    const placeOf = async (id: AttendeeId): Promise<MentorPlace> =>
      (await h.asks()).places.find(({ leaver }) => leaver.id === id) as MentorPlace;
    await reply(h.t, askedOf(await placeOf(leaverOf(h)), h.near), 'yes');
    expect(h.evening.moment().planVersion).toBe(1);
    const [asked] = (await placeOf(second)).asks;
    if (!asked) throw new Error('nobody was asked');
    await reply(h.t, asked, 'yes');
    expect(h.evening.moment().planVersion).toBe(2);
    expect((await planOf(h)).outdated).toBe(false);
  });

  it('is exchanged too where mentors move', async () => {
    const h = await hall(14, { settings: { whoMoves: 'mentors' } });
    const before = await planOf(h);
    await h.drop();
    await reply(h.t, askedOf(await h.place(), h.near), 'yes');
    expect((await planOf(h)).schedule).toEqual(names(before.schedule, leaverOf(h), h.near));
  });

  it('stays outdated where it was so for another reason', async () => {
    const h = await hall();
    const late = enrol(h.t.services, h.t.db, h.evening.id, student('Late'));
    h.t.services.evenings.changed(h.evening.id);
    await h.drop();
    await reply(h.t, askedOf(await h.place(), h.near), 'yes');
    expect(await planOf(h)).toMatchObject({ version: 2, status: 'published', outdated: true });
    expect((await cardOf(h, late.id)).rounds.filter(({ table }) => table !== null)).toEqual([]);
  });

  it('stays as it is where a firm rule forbids it, and there is none where none was', async () => {
    const h = await hall();
    const [met] = h.evening.students;
    if (!met) throw new Error('nobody there');
    const pair = `${h.evening.url}/company/${met.id}/${h.near}`;
    expect((await h.ada.put(pair, { kind: 'apart' })).statusCode).toBe(200);
    await h.drop();
    await reply(h.t, askedOf(await h.place(), h.near), 'yes');
    expect(await planOf(h)).toMatchObject({ version: 1, outdated: true });
    const none = await hall(14, { published: false });
    await none.drop();
    await reply(none.t, askedOf(await none.place(), none.near), 'yes');
    expect(none.standing(none.near)).toBe('active');
    expect(none.evening.moment().planVersion).toBe(0);
    expect((await none.ada.get(`${none.evening.url}/plan`)).statusCode).toBe(204);
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
    expect(again).toMatchObject({ state: 'no', firstName: '', ownPage: null });
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
