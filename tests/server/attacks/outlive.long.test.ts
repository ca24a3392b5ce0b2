import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attendee, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PrivateReport, ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../../server/src/db/connection.ts';
import { listBlocks } from '../../../server/src/db/repositories/blocks.ts';
import { traces } from '../../../server/src/db/schema.ts';
import { attendeeLink } from '../../../server/src/services/link-service.ts';
import { addPerson } from '../../../server/src/services/roster-service.ts';
import { mentorSaying } from '../../support/answers.ts';
import { freshKey, makeEvening, opened } from '../../support/evening-builder.ts';
import { type House, house, KEEP } from '../../support/identity-house.ts';
import type { Caller } from '../../support/test-caller.ts';

const MAL = 'mal@uni.example';
const NINA = 'nina@uni.example';
const SAID = 'He would not let go of my arm';

const listTraces = (db: Db) => db.select().from(traces).all();

/** Nina and Mal have registered for an evening and opened their mailed links. */
async function pair(more: object = {}) {
  const at = await house();
  const evening = await at.evening();
  const phones = new Map<string, Caller>();
  for (const [name, email] of [
    ['Nina Target', NINA],
    ['Mal Ory', MAL],
  ] as const) {
    await evening.register(name, email, more);
    phones.set(name, await opened(at.t.stranger(), (await at.mailedTo(email)).at(-1) ?? ''));
  }
  const phone = (name: string): Caller => phones.get(name) as Caller;
  const [nina, mal] = [evening.person('Nina Target'), evening.person('Mal Ory')];
  const { url } = evening.evening;
  const erase = (name: string, { id }: Attendee) => phone(name).send({ method: 'DELETE', url: `/me/${id}` });
  const blocked = async (at2 = url) => (await at.ada.get(`${at2}/company`)).json<PeopleInPairs>().blocked;
  const block = () => at.ada.put(`${url}/blocks/${nina.id}/${mal.id}`, {});
  const report = (about: AttendeeId | null) =>
    phone('Nina Target').put(`/me/${nina.id}/reports/${freshKey()}`, { kind: 'wrong', text: SAID, about });
  const notices = async () => (await at.ada.get(`${url}/reports`)).json<ReportNotice[]>();
  const reports = async () => {
    const read = (await notices()).map(async ({ id }) =>
      (await at.ada.get(`${url}/reports/${id}`)).json<PrivateReport>(),
    );
    return Promise.all(read);
  };
  const takeOff = (who: Attendee, standing = 'cancelled') =>
    at.ada.put(`${url}/people/${who.id}/standing`, { standing });
  return {
    ...at,
    another: at.evening,
    evening,
    url,
    nina,
    mal,
    phone,
    erase,
    blocked,
    block,
    report,
    notices,
    reports,
    takeOff,
  };
}

const pairOf = (one: Attendee, other: Attendee): string[] => [one.id, other.id].sort();

describe('P8 a block', () => {
  it.each(['Mal Ory', 'MAL Óry', 'mal-ory'])(
    'counts for whoever erases themselves and registers anew as %s',
    async (name) => {
      const { evening, nina, mal, block, erase, blocked } = await pair();
      await block();
      expect((await erase('Mal Ory', mal)).statusCode).toBe(204);
      expect(await blocked(), 'he is not here').toEqual([]);
      await evening.register(name, ' MAL@uni.example ');
      expect(await blocked()).toEqual([pairOf(nina, evening.person(name))]);
    },
  );

  it('counts also when both were erased and came back, and when they go and come again and again', async () => {
    const at = await pair();
    const { evening, nina, mal, block, erase, blocked } = at;
    await block();
    await erase('Mal Ory', mal);
    await erase('Nina Target', nina);
    for (let turn = 0; turn < 2; turn++) {
      await evening.register('Nina Target', NINA);
      await evening.register('Mal Ory', MAL);
      const back = evening.person('Mal Ory');
      expect(await blocked()).toEqual([pairOf(evening.person('Nina Target'), back)]);
      for (const name of ['Mal Ory', 'Nina Target']) await at.ada.delete(`${at.url}/people/${evening.person(name).id}`);
    }
  });

  it('is not shed by another name before one goes', async () => {
    const at = await pair();
    const { evening, nina, mal, block, blocked } = at;
    await block();
    await evening.of(at.phone('Mal Ory'), 'Mal Ory').rename('Rob Roy', { email: MAL });
    expect(evening.person('Rob Roy').id).toBe(mal.id);
    await evening.of(at.phone('Mal Ory'), 'Rob Roy').erase();
    await evening.register('Mal Ory', MAL);
    expect(await blocked()).toEqual([pairOf(nina, evening.person('Mal Ory'))]);
    await evening.register('Rob Roy', MAL);
    expect(await blocked()).toHaveLength(2);
  });

  it('counts at another evening, and can be taken back there', async () => {
    const at = await pair({ consents: KEEP });
    const { mal, block, erase, blocked } = at;
    await block();
    await erase('Mal Ory', mal);
    const next = await at.another();
    await next.register('Nina Target', NINA);
    await next.register('Mal Ory', MAL);
    const two = pairOf(next.person('Nina Target'), next.person('Mal Ory'));
    expect(await blocked(next.evening.url)).toEqual([two]);
    await at.ada.delete(`${next.evening.url}/blocks/${two.join('/')}`);
    expect([await blocked(next.evening.url), listTraces(at.t.db)]).toEqual([[], []]);
  });

  it('is about nobody else: not another name at the address, not the name at another', async () => {
    const { evening, mal, block, erase, blocked } = await pair();
    await block();
    await erase('Mal Ory', mal);
    await evening.register('Mia Ory', MAL);
    await evening.register('Mal Ory', 'another@uni.example');
    expect(await blocked()).toEqual([]);
  });

  it('stays when an import of the two is taken back and done again', async () => {
    const at = await house();
    const evening = await makeEvening(at.t, { students: 0, published: false });
    const file = Buffer.from(`Name,Email\nNina Target,${NINA}\nMal Ory,${MAL}\n`);
    const bring = async () => {
      const preview = await at.ada.upload(`${evening.url}/imports/preview?as=students`, file);
      const { digest } = preview.json<{ digest: string }>();
      return (await at.ada.upload(`${evening.url}/imports?as=students&digest=${digest}`, file)).json<{
        importId: string;
      }>();
    };
    const ids = () =>
      [...(at.t.services.evenings.get(evening.id)?.people.values() ?? [])]
        .filter(({ role }) => role === 'student')
        .map(({ id }) => id)
        .sort();
    const { importId } = await bring();
    await at.ada.put(`${evening.url}/blocks/${ids().join('/')}`, {});
    expect((await at.ada.post(`${evening.url}/imports/${importId}/undo`)).statusCode).toBe(204);
    expect(ids()).toEqual([]);
    await bring();
    expect((await at.ada.get(`${evening.url}/company`)).json<PeopleInPairs>().blocked).toEqual([ids()]);
  });
});

describe('P8 a report', () => {
  it('stays when the one it is about erases themselves, who is kept apart still, and named when they come back', async () => {
    const at = await pair();
    const { evening, nina, mal, report, reports, erase, blocked } = at;
    await report(mal.id);
    await erase('Mal Ory', mal);
    expect(await reports()).toMatchObject([{ text: SAID, from: nina.id, about: mal.id, settledAt: null }]);
    expect((await at.ada.put(`${at.url}/blocks/${nina.id}/${mal.id}`, {})).statusCode).toBe(200);
    await evening.register('Mal Ory', MAL);
    const back = evening.person('Mal Ory');
    expect(await reports()).toMatchObject([{ text: SAID, about: back.id }]);
    expect(await blocked()).toEqual([pairOf(nina, back)]);
  });

  it('K16 stays when whoever made it erases themselves, without them, until an hour after it was dealt with', async () => {
    const at = await pair();
    const { nina, mal, report, notices, reports, erase } = at;
    await report(mal.id);
    expect((await erase('Nina Target', nina)).statusCode).toBe(204);
    expect(await reports()).toMatchObject([{ text: SAID, from: null, about: mal.id }]);
    at.t.db.$client.exec('VACUUM');
    at.t.db.$client.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(join(at.t.dataDir, 'lapwing.db'), 'latin1')).not.toMatch(/nina|target@/iu);
    const [notice] = await notices();
    await at.ada.put(`${at.url}/reports/${notice?.id}`, { settled: true });
    at.t.clock.advance(50 * 60_000);
    expect(await notices(), 'it can be opened again').toHaveLength(1);
    at.t.clock.advance(25 * 60_000);
    expect(await notices()).toEqual([]);
  });

  it('K16 that was dealt with goes with whoever made it', async () => {
    const { ada, url, nina, mal, report, notices, erase } = await pair();
    await report(mal.id);
    const [notice] = await notices();
    await ada.put(`${url}/reports/${notice?.id}`, { settled: true });
    await erase('Nina Target', nina);
    expect(await notices()).toEqual([]);
  });
});

describe('P8 whoever was taken off the list', () => {
  it('is off it when they erase themselves and register anew, and the answer does not say so', async () => {
    const at = await pair();
    const { evening, mal, takeOff, erase } = at;
    const fresh = await evening.register('Some Body', 'some@uni.example');
    await takeOff(mal);
    await erase('Mal Ory', mal);
    const again = await evening.register('MAL Óry', MAL);
    expect([again.statusCode, again.body]).toEqual([fresh.statusCode, fresh.body]);
    const back = evening.person('MAL Óry');
    expect(back.standing).toBe('cancelled');
    const phone = await opened(at.t.stranger(), (await at.mailedTo(MAL)).at(-1) ?? '');
    const yes = await phone.put(`/me/${back.id}/coming`, { coming: true });
    expect(yes.json()).toMatchObject({ error: { code: 'taken-off-list' } });
    // an organiser lets them in, and from then on they come and go as everybody
    await takeOff(back, 'active');
    await phone.send({ method: 'DELETE', url: `/me/${back.id}` });
    await evening.register('Mal Ory', MAL);
    expect(evening.person('Mal Ory').standing).toBe('active');
  });

  it('is off it still when an unconfirmed copy of them was erased in between', async () => {
    const { t, evening, mal, takeOff, erase, mailedTo } = await pair();
    await takeOff(mal);
    await erase('Mal Ory', mal);
    await evening.register('Mal Ory', MAL);
    await evening.of(await evening.atDesk('Mal Ory'), 'Mal Ory').erase();
    await evening.register('Mal Ory', MAL);
    const phone = await opened(t.stranger(), (await mailedTo(MAL)).at(-1) ?? '');
    const yes = await phone.put(`/me/${evening.person('Mal Ory').id}/coming`, { coming: true });
    expect(yes.json()).toMatchObject({ error: { code: 'taken-off-list' } });
  });

  it('is off it when they come back by a file', async () => {
    const { ada, url, evening, mal, takeOff, erase } = await pair();
    await takeOff(mal);
    await erase('Mal Ory', mal);
    const file = Buffer.from(`Name,Email\nMal Ory,${MAL}\nSome Body,some@uni.example\n`);
    const { digest } = (await ada.upload(`${url}/imports/preview?as=students`, file)).json<{ digest: string }>();
    await ada.upload(`${url}/imports?as=students&digest=${digest}`, file);
    expect(evening.person('Mal Ory').standing).toBe('cancelled');
    expect(evening.person('Some Body').standing).toBe('active');
  });

  it('and the preview of a file says so, row for row as the import does it, with the seats of guests', async () => {
    const { ada, url, evening, mal, takeOff, erase } = await pair();
    const accounts = 'Name,User ID,RSVP,Guests\nTaken Off,user 7,Yes,0\n';
    const preview = async (text: string) =>
      (await ada.upload(`${url}/imports/preview?as=students`, Buffer.from(text))).json<ImportPreview>();
    const apply = async (text: string, digest: string) =>
      (await ada.upload(`${url}/imports?as=students&digest=${digest}`, Buffer.from(text))).json<ImportApplied>();
    await apply(accounts, (await preview(accounts)).digest);
    const other = evening.person('Taken Off');
    for (const one of [mal, other]) await takeOff(one);
    await erase('Mal Ory', mal);
    await ada.delete(`${url}/people/${other.id}`);
    for (const text of [
      `Name,Email\nMal Ory,${MAL}\nSome Body,some@uni.example\n`,
      'Name,User ID,RSVP,Guests\nTaken Off,user 7,Yes,2\nWen Guest,user 8,Yes,1\n',
    ]) {
      const seen = await preview(text);
      expect(seen.new.map(({ standing }) => standing)).toEqual(['cancelled', 'active']);
      expect(seen.new.map(({ flags }) => flags.includes('off-list'))).toEqual([true, false]);
      const done = await apply(text, seen.digest);
      expect([done.added, done.guests]).toEqual([seen.new.length, seen.guests.added]);
      for (const { name, standing } of seen.new) expect(evening.person(name).standing).toBe(standing);
      const seats = evening.people().filter(({ unnamed }) => unnamed);
      expect(seats.filter(({ name }) => name.includes('Taken Off'))).toEqual([]);
    }
  });

  it('is not offered as a walk-in either', async () => {
    const { ada, url, takeOff } = await pair();
    const text = 'Name,Email,Role\nMax Mentor,,Mentor\nNew Mentor,,Mentor\n';
    const made = await ada.post(`${url}/people`, { details: { role: 'mentor', name: 'Max Mentor' } });
    const max = made.json<Attendee>();
    await takeOff(max);
    await ada.delete(`${url}/people/${max.id}`);
    const seen = (await ada.upload(`${url}/imports/preview?as=mentors`, Buffer.from(text))).json<ImportPreview>();
    expect(seen.walkIns.map(({ name, standing, flags }) => [name, standing, flags.includes('off-list')])).toEqual([
      ['Max Mentor', 'cancelled', true],
      ['New Mentor', 'active', false],
    ]);
  });

  it('or said no themselves, may come back', async () => {
    const { evening, mal, phone, erase } = await pair();
    await phone('Mal Ory').put(`/me/${mal.id}/coming`, { coming: false });
    await erase('Mal Ory', mal);
    await evening.register('Mal Ory', MAL);
    expect(evening.person('Mal Ory').standing).toBe('active');
  });
});

describe('P9 nobody is blamed by what another typed', () => {
  it.each(['', 'office@corp.example'])('by taking their name before one goes (address "%s")', async (email) => {
    const { t, ada, evening: open } = await house();
    const evening = await open();
    const { url, id: eventId } = evening.evening;
    const add = async (role: 'mentor' | 'student', name: string, address = email) => {
      const added = addPerson(t.services, eventId, { ...EMPTY_DETAILS, role, name, email: address });
      if (!added.ok) throw new Error(added.refusal.code);
      const link = attendeeLink(t.services, eventId, added.value.id);
      if (!link.ok) throw new Error(link.refusal.code);
      return { id: added.value.id, phone: await opened(t.stranger(), link.value) };
    };
    const [mal, petra] = [await add('mentor', 'Mal Ory'), await add('mentor', 'Petra Kind')];
    const sam = await add('student', 'Sam Stu', 'sam@uni.example');
    await sam.phone.put(`/me/${sam.id}/reports/${freshKey()}`, { kind: 'wrong', text: SAID, about: mal.id });
    await ada.put(`${url}/blocks/${mal.id}/${sam.id}`, {});
    const blocked = async () => (await ada.get(`${url}/company`)).json<PeopleInPairs>().blocked.flat();
    const about = async () => {
      const [notice] = (await ada.get(`${url}/reports`)).json<ReportNotice[]>();
      return (await ada.get(`${url}/reports/${notice?.id}`)).json<PrivateReport>().about;
    };
    const renamed = await mal.phone.put(`/me/${mal.id}/details`, {
      answers: mentorSaying('Petra Kind', { email: '' }),
    });
    expect(renamed.statusCode).toBe(200);
    expect(await blocked()).toEqual([mal.id, sam.id].sort());
    expect((await mal.phone.send({ method: 'DELETE', url: `/me/${mal.id}` })).statusCode).toBe(204);
    expect(await about()).not.toBe(petra.id);
    if (email === '') expect(await blocked()).not.toContain(petra.id);
  });

  it('or kept out: somebody else was taken off the list under their address', async () => {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Inno Cent', 'inno@uni.example', { question: 'SPAM' });
    const fake = evening.person('Inno Cent');
    const { url } = evening.evening;
    await at.ada.put(`${url}/people/${fake.id}/standing`, { standing: 'cancelled' });
    await at.ada.delete(`${url}/people/${fake.id}`);
    await evening.register('Inno Cent', 'inno@uni.example');
    const inno = evening.person('Inno Cent');
    expect(inno.standing).toBe('cancelled');
    const desk = await evening.atDesk('Inno Cent');
    expect((await desk.put(`/me/${inno.id}/coming`, { coming: true })).statusCode, 'no mailbox was shown').toBe(409);
    const phone = await opened(at.t.stranger(), (await at.mailedTo('inno@uni.example')).at(-1) ?? '');
    expect((await phone.get(`/me/${inno.id}/details`)).json()).toMatchObject({ mayComeBack: true });
    expect((await phone.put(`/me/${inno.id}/coming`, { coming: true })).json()).toMatchObject({ standing: 'active' });
    await at.ada.put(`${url}/people/${inno.id}/standing`, { standing: 'cancelled' });
    expect((await phone.put(`/me/${inno.id}/coming`, { coming: true })).statusCode, 'now it is they').toBe(409);
  });
});

describe('K15 what stays of somebody', () => {
  const DAY = 86_400_000;
  const leap = ({ t }: Pick<House, 't'>, days: number): void => t.clock.leap(days * DAY);

  it('is nothing where nobody said anything of them', async () => {
    const { t, mal, erase } = await pair();
    await erase('Mal Ory', mal);
    expect(listTraces(t.db)).toEqual([]);
  });

  it('says nothing that could be read, and goes with the names', async () => {
    const at = await pair();
    const { mal, block, report, takeOff, erase } = at;
    await block();
    await report(mal.id);
    await takeOff(mal);
    await erase('Mal Ory', mal);
    const kept = listTraces(at.t.db);
    expect(kept).toMatchObject([{ id: mal.id, takenOff: true, onFile: false }]);
    expect(JSON.stringify(kept)).not.toMatch(/mal@|ory|uni\.example/iu);
    leap(at, 32);
    expect([listTraces(at.t.db), listBlocks(at.t.db)]).toEqual([[], []]);
  });

  it('stays for a block as long as they would have been kept on file, and no longer', async () => {
    const at = await pair({ consents: KEEP });
    const { mal, block, erase } = at;
    await block();
    await erase('Mal Ory', mal);
    leap(at, 40);
    expect(listTraces(at.t.db)).toMatchObject([{ onFile: true }, {}]);
    const next = await at.another();
    await next.register('Nina Target', NINA, { consents: KEEP });
    leap(at, 700);
    expect([listTraces(at.t.db), listBlocks(at.t.db)]).toEqual([[], []]);
  });
});
