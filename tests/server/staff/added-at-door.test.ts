import type { Attendee } from '@lapwing/shared/event/roster';
import { peopleIn } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RepairOffer } from '@lapwing/shared/protocol/api';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

async function hall() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 6, tables: 4, seats: 6 });
  await ada.put(`${evening.url}/helpers`, { open: true });
  const view = async () => (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
  const helper = async (firstName: string): Promise<Caller> => {
    const caller = t.stranger();
    await caller.post('/api/helpers/session', { code: (await view()).code, firstName });
    return caller;
  };
  const adds = async (by: Caller, name: string) =>
    (await by.post(`${evening.url}/walk-ins`, { name })).json<Attendee>().id;
  const namesOf = async () => (await ada.get(`${evening.url}/people`)).json<Attendee[]>().map(({ name }) => name);
  const byOf = async (firstName: string) => (await view()).walkIns.find(({ by }) => by.startsWith(firstName))?.by ?? '';
  const takeBack = (by: string, as: Caller = ada) => as.post(`${evening.url}/helpers/walk-ins`, { by });
  return { t, ada, evening, view, helper, adds, namesOf, byOf, takeBack };
}

const seats = async (by: Caller, { url, version }: { url: string; version(): number }, people: AttendeeId[]) => {
  const change = { kind: 'arrived', people };
  const [offer] = (await by.post(`${url}/seats/offers`, { change })).json<RepairOffer[]>();
  const press = { key: `seat-of-a-test-${people[0]}`, expectedVersion: version() };
  return by.post(`${url}/seats`, { ...press, planVersion: offer?.planVersion, change });
};

describe('whom one helper added', () => {
  it('goes in one act, also after the helper was sent away; whom others added stays, and nobody is added again', async () => {
    const { t, ada, evening, view, helper, adds, namesOf, byOf, takeBack } = await hall();
    const [eve, bo] = [await helper('Eve'), await helper('Bo')];
    const id = t.services.secrets.newId();
    await eve.post(`${evening.url}/walk-ins`, { name: 'Fake One', id });
    for (const name of ['Fake Two', 'Fake Three']) await adds(eve, name);
    await adds(bo, 'Real Guest');
    await adds(ada, 'Friend of Ada');
    const before = await namesOf();
    const by = await byOf('Eve');
    expect((await view()).walkIns).toEqual([
      { by, count: 3, seated: [] },
      { by: await byOf('Bo'), count: 1, seated: [] },
    ]);
    const session = (await view()).helpers.find(({ name }) => name === by)?.id;
    await ada.delete(`${evening.url}/helpers/${session}`);
    const taken = await takeBack(by);
    expect(taken.json<HelpersView>().walkIns.map((one) => one.by)).toEqual([await byOf('Bo')]);
    expect(before.filter((name) => name.startsWith('Fake'))).toHaveLength(3);
    expect(await namesOf()).toEqual(before.filter((name) => !name.startsWith('Fake')));
    const [line] = (await ada.get(`${evening.url}/audit`)).json<AuditView>().lines;
    expect(line).toMatchObject({ act: 'walk-ins-taken-back', other: by.split(' ').at(-1), count: 3 });
    const again = await bo.post(`${evening.url}/walk-ins`, { name: 'Fake One', id });
    expect(again.json(), 'a desk that says it again').toMatchObject({ error: { code: 'key-reused' } });
    const lines = async () => (await ada.get(`${evening.url}/audit`)).json<AuditView>().lines.length;
    const told = await lines();
    expect((await takeBack(by)).statusCode, 'nothing is left').toBe(200);
    expect(await lines()).toBe(told);
    await ada.put(`${evening.url}/helpers`, { open: false });
    expect(
      (await view()).walkIns.map(({ count }) => count),
      'also once the door is closed',
    ).toEqual([1]);
  });

  it('stays where others count on a seat, by number; who has left it goes', async () => {
    const { t, ada, evening, view, helper, adds, namesOf, byOf, takeBack } = await hall();
    const eve = await helper('Eve');
    await evening.start(ada);
    t.clock.advance(60_000);
    const [seated, free] = [await adds(eve, 'Fake Seated'), await adds(eve, 'Fake Free')];
    expect((await seats(eve, evening, [seated])).statusCode).toBe(200);
    const by = await byOf('Eve');
    expect((await view()).walkIns).toEqual([{ by, count: 2, seated: [seated] }]);
    await takeBack(by);
    expect((await view()).walkIns).toEqual([{ by, count: 1, seated: [seated] }]);
    expect(await namesOf()).toContain('Fake Seated');
    expect(await namesOf()).not.toContain('Fake Free');
    expect((await evening.press(ada, await leaving(ada, evening.url, [seated]))).statusCode).toBe(200);
    expect((await view()).walkIns).toEqual([{ by, count: 1, seated: [] }]);
    await takeBack(by);
    expect(await namesOf()).not.toContain('Fake Seated');
    const plan = t.services.evenings.plan(evening.id);
    for (const id of [seated, free]) expect(peopleIn(plan?.schedule.rounds.slice(1) ?? []).has(id)).toBe(false);
  });

  it('is an organiser’s to take back: no helper may, nobody of another event, and no organiser’s own go that way', async () => {
    const { t, ada, evening, helper, adds, namesOf, byOf, takeBack } = await hall();
    const bo = await helper('Bo');
    await adds(bo, 'Real Guest');
    await adds(ada, 'Friend of Ada');
    const by = await byOf('Bo');
    const other = await makeEvening(t);
    expect((await takeBack(by, bo)).statusCode).toBe(403);
    for (const nobody of ['Ada', '%', 'Bo']) expect((await takeBack(nobody)).statusCode).toBe(200);
    expect((await ada.post(`${other.url}/helpers/walk-ins`, { by })).statusCode).toBe(200);
    expect((await ada.post(`${evening.url.replace(evening.id, 'nothing')}/helpers/walk-ins`, { by })).statusCode).toBe(
      404,
    );
    expect(await namesOf()).toEqual(expect.arrayContaining(['Real Guest', 'Friend of Ada']));
  });
});

async function leaving(ada: Caller, url: string, people: AttendeeId[]) {
  const change = { kind: 'left', people, now: true } as const;
  const [offer] = (await ada.post(`${url}/repairs`, { change })).json<RepairOffer[]>();
  return { kind: 'replan', planVersion: offer?.planVersion ?? 0, change } as const;
}
