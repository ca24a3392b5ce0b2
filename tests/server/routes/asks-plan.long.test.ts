import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { LogEntry, PlanView } from '@lapwing/shared/protocol/api';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import type { MentorPlace } from '@lapwing/shared/protocol/places-api';
import { describe, expect, it } from 'vitest';
import { attendeeLink } from '../../../server/src/services/link-service.ts';
import { enrol } from '../../../server/src/services/roster-service.ts';
import { opened, student } from '../../support/evening-builder.ts';
import { askedOf, type Hall, hall, reply } from './asks-hall.ts';

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
    expect((await cardOf(h, h.near)).rounds.filter(({ table }) => table !== null)).toEqual([]);
    expect((await cardOf(h, leaverOf(h))).rounds, 'who does not come sees no table').toEqual([]);
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
