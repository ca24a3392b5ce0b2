import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { PlanView } from '@lapwing/shared/protocol/api';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { ErasedPerson } from '@lapwing/shared/protocol/privacy-api';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { attendeeLink } from '../../../server/src/services/link-service.ts';
import { studentSaying } from '../../support/answers.ts';
import {
  freshKey,
  linkByMail,
  makeEvening,
  opened,
  partsOfLink,
  type TestEvening,
} from '../../support/evening-builder.ts';
import { mailerTo } from '../../support/outbox.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const MARK = 'zzmarkzz';
const EVERY_WORD = studentSaying(`${MARK} Family`, {
  email: `${MARK}@example.org`,
  course: MARK,
  yearOfStudy: MARK,
  question: MARK,
  access: MARK,
  company: MARK,
  consents: { run: true, publicCard: false, introductions: true, keep: true },
});

/** How often the mark of the person stands in the files of the database, as they lie there. */
function marksOnDisk({ dataDir }: TestApp): number {
  const files = ['lapwing.db', 'lapwing.db-wal'].map((name) => readFileSync(join(dataDir, name), 'latin1'));
  return files.join('').split(new RegExp(MARK, 'iu')).length - 1;
}

function settle({ db }: TestApp): void {
  db.$client.exec('VACUUM');
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
}

const people = (t: TestApp, { id }: TestEvening): Attendee[] => [
  ...(t.services.evenings.get(id)?.people.values() ?? []),
];

async function registered(t: TestApp, evening: TestEvening, answers = EVERY_WORD) {
  saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
  const { code } = t.services.evenings.get(evening.id)?.event ?? {};
  await t.stranger().post(`/e/${code}/students`, { key: freshKey().padEnd(24, '0'), answers });
  const person = people(t, evening).find(({ name }) => name === answers.name);
  if (!person) throw new Error('nobody was registered');
  const link = linkByMail(t, evening.id, person.id);
  return { person, phone: await opened(t.stranger(), link), link };
}

describe('erasing', () => {
  it('leaves nothing of a person in the file, with all that they and others said of them', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { published: false });
    const { person, phone } = await registered(t, evening);
    const file = Buffer.from(
      `Timestamp,Full name,Email address,Course\n1,${MARK} Family,${MARK}@example.org,${MARK}2\n`,
    );
    const { digest } = (await ada.upload(`${evening.url}/imports/preview?as=students`, file)).json<ImportPreview>();
    await ada.upload(`${evening.url}/imports?as=students&digest=${digest}`, file);
    await ada.put(`${evening.url}/company/${person.id}/${evening.students[0]?.id}`, { kind: 'apart' });
    await phone.put(`/me/${person.id}/calls/late`, { calling: true, minutes: 7 });
    await ada.post(`${evening.url}/outbox/links`);
    evening.checkIn(person);
    settle(t);
    expect(marksOnDisk(t), 'they stand in the file (so this test can fail)').toBeGreaterThan(10);
    expect((await ada.delete(`${evening.url}/people/${person.id}`)).statusCode).toBe(204);
    settle(t);
    expect(marksOnDisk(t)).toBe(0);
    expect(people(t, evening).some(({ id }) => id === person.id)).toBe(false);
    const erased = (await ada.get(`${evening.url}/erasures`)).json<ErasedPerson[]>();
    expect(erased).toMatchObject([{ id: person.id, role: 'student', came: true, by: 'organiser' }]);
    expect(t.log.map(({ text }) => text).join()).toContain(`person #${person.id} erased`);
    // said again, there is nobody
    expect((await ada.delete(`${evening.url}/people/${person.id}`)).statusCode).toBe(404);
  });

  it('closes their pages at once and for ever, and a desk that was offline does not bring them back', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const phone = await evening.phone(ann);
    const link = attendeeLink(t.services, evening.id, ann.id);
    const socket = await t.socket(`/me/${ann.id}/live`, phone);
    const before = Date.now();
    await ada.delete(`${evening.url}/people/${ann.id}`);
    expect((await socket.closed).code).toBe(4401);
    expect(Date.now() - before).toBeLessThan(2_000);
    expect((await phone.get(`/me/${ann.id}/opening`)).statusCode).toBe(404);
    const { path, secret } = partsOfLink(link.ok ? link.value : '');
    expect((await t.stranger().post(`${path}/session`, { secret })).statusCode).toBe(404);
    expect((await ada.put(`${evening.url}/people/${ann.id}/presence`, { here: true })).statusCode).toBe(404);
    const again = await ada.post(`${evening.url}/people`, { id: ann.id, details: { role: 'student', name: 'Ann' } });
    expect(again.json()).toMatchObject({ error: { code: 'key-reused' } });
  });

  it('is theirs to do: everywhere, on file too, and a plan keeps their seat without a name', async () => {
    const t = await testApp({ mailer: mailerTo(1) });
    const ada = await t.organiser();
    const earlier = await makeEvening(t);
    const before = await registered(t, earlier);
    await ada.post(`${earlier.url}/plan`, { basis: 'expected' });
    const evening = await makeEvening(t, { published: false });
    const { person, phone } = await registered(t, evening);
    const member = () => t.db.$client.prepare('SELECT count(*) FROM members').pluck().get();
    expect(member()).toBe(1);
    const gone = await phone.delete(`/me/${person.id}`);
    expect([gone.statusCode, phone.cookies.size]).toEqual([204, 0]);
    settle(t);
    expect([member(), marksOnDisk(t)]).toEqual([0, 0]);
    const seats = JSON.stringify((await ada.get(`${earlier.url}/plan`)).json<PlanView>().schedule);
    expect(seats).toContain(before.person.id);
    const erased = (await ada.get(`${earlier.url}/erasures`)).json<ErasedPerson[]>();
    expect(erased).toMatchObject([{ id: before.person.id, by: 'person' }]);
    // nobody else's cookie does it
    const [bob, cat] = evening.students;
    if (!bob || !cat) throw new Error('students are needed');
    expect((await (await evening.phone(bob)).delete(`/me/${cat.id}`)).statusCode).toBe(404);
    expect(people(t, evening).map(({ id }) => id)).toContain(cat.id);
  });

  it('gives the place to whoever waits, and takes along the guests who are called after them', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { students: 0, published: false });
    const { person } = await registered(t, evening);
    const row = t.db.$client.prepare('SELECT * FROM attendees WHERE id = ?').get(person.id) as Record<string, unknown>;
    const guest = {
      ...row,
      id: 'guest',
      name: `Guest of ${MARK}`,
      guest_of: person.id,
      unnamed: 1,
      badge_code: 'GUEST',
    };
    const names = Object.keys(guest);
    t.db.$client
      .prepare(`INSERT INTO attendees (${names.join()}) VALUES (${names.map(() => '?').join()})`)
      .run(...Object.values({ ...guest, member_id: null }));
    saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true, capacity: 1 });
    const { code } = t.services.evenings.get(evening.id)?.event ?? {};
    const answers = studentSaying('Next In Line');
    await t.stranger().post(`/e/${code}/students`, { key: freshKey().padEnd(24, '0'), answers });
    await ada.delete(`${evening.url}/people/${person.id}`);
    const left = people(t, evening).filter(({ role }) => role === 'student');
    expect(left.map(({ name, standing }) => [name, standing])).toEqual([['Next In Line', 'active']]);
    const kinds = t.db
      .select()
      .from(mails)
      .all()
      .map(({ kind }) => kind);
    expect(kinds).toContain('promoted');
  });

  it('in the middle of a round: the night goes on, is mended and ends', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { students: 9, seats: 4 });
    const [ann, bob] = evening.students;
    const [mentor] = evening.mentors;
    if (!ann || !bob || !mentor) throw new Error('people are needed');
    await evening.start(ada);
    for (const { id } of [ann, mentor]) expect((await ada.delete(`${evening.url}/people/${id}`)).statusCode).toBe(204);
    const change = { kind: 'left', people: [bob.id] };
    const offers = await ada.post(`${evening.url}/repairs`, { change });
    expect([offers.statusCode, offers.body.slice(0, 200)]).toEqual([200, expect.any(String)]);
    for (const other of evening.students.slice(2)) {
      const card = (await (await evening.phone(other)).get(`/me/${other.id}/opening`)).json<{ card: object }>();
      expect(card.card).toMatchObject({ id: other.id });
    }
    for (let minutes = 0; minutes < 60; minutes++) t.clock.advance(60_000);
    expect(evening.moment().phase.kind).toBe('finished');
    expect((await ada.get(`${evening.url}/plan`)).statusCode).toBe(200);
    expect((await ada.get(evening.url)).statusCode).toBe(200);
  });
});
