import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_REGISTRATION, NO_NEEDS } from '@lapwing/shared/event/registration';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { morningAfter, namesGoAt } from '@lapwing/shared/privacy/retention';
import type { ErasedPerson, PrivacyView } from '@lapwing/shared/protocol/privacy-api';
import { eq, ne } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readErased } from '../../../server/src/db/erased-list.ts';
import { PERSONAL_COLUMNS } from '../../../server/src/db/personal-data.ts';
import { findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { listBlocks } from '../../../server/src/db/repositories/blocks.ts';
import { listReports } from '../../../server/src/db/repositories/reports.ts';
import { saveRegistrationKey } from '../../../server/src/db/repositories/sessions.ts';
import { mails, sessions } from '../../../server/src/db/schema.ts';
import { block } from '../../../server/src/services/block-service.ts';
import { renewLinks } from '../../../server/src/services/new-links.ts';
import { report } from '../../../server/src/services/report-service.ts';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { makeEvening, SETTINGS, type TestEvening } from '../../support/evening-builder.ts';
import { EVENT, marksLeft, plantRows } from '../../support/planted-rows.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const MORNING = morningAfter(SETTINGS);
const NAMES = namesGoAt(SETTINGS, 30);

/** Somebody of the evening says these things of themselves. */
function say(t: TestApp, { id }: TestEvening, person: AttendeeId, keeps: boolean): void {
  const consents = { run: instant(1), ...(keeps ? { keep: instant(1) } : {}) };
  const registration = { ...EMPTY_REGISTRATION, company: 'Not with Bob', roles: ['developer'], consents };
  const details = {
    access: 'Loop',
    diet: 'Vegan',
    question: 'Why?',
    needs: { ...NO_NEEDS, quiet: true },
    registration,
  };
  expect(changePerson(t.services, id, person, details, 'Ada').ok).toBe(true);
}

/** An evening that is over; Student1 agreed to be kept, Student2 did not. */
async function heldEvening(t?: TestApp) {
  const app = t ?? (await testApp());
  const evening = await makeEvening(app);
  const [ann, bob] = evening.students;
  if (!ann || !bob) throw new Error('students are needed');
  say(app, evening, ann.id, true);
  say(app, evening, bob.id, false);
  const row = (id: AttendeeId) => findAttendee(app.db, evening.id, id);
  const people = () => app.services.evenings.get(evening.id)?.people.size;
  /** Goes to just before a time and lets the next look come; `advance` rings what was due on the way. */
  const until = (at: number): void => app.clock.leap(at - app.clock.now());
  return { t: app, evening, ann, bob, row, people, until };
}

const columns = (expiry: string): string[] =>
  Object.entries(PERSONAL_COLUMNS)
    .filter(([, column]) => column.expiry === expiry && column.owner === 'student or mentor')
    .map(([name]) => name);

describe('the clock that erases', () => {
  it('K2, K3 and K12 every personal column goes when the list says, also of a deleted event', async () => {
    const t = await testApp();
    plantRows(t.db);
    const { startsAt, timeZone, rounds } = SETTINGS;
    t.db.$client
      .prepare('UPDATE events SET starts_at = ?, time_zone = ?, rounds = ?, deleted_at = 1 WHERE id = ?')
      .run(startsAt, timeZone, rounds, EVENT);
    t.db.$client.exec(`UPDATE members SET last_seen_at = ${startsAt}`);
    // typed on the evening: 14 days are a rule of their own (C2)
    t.db.$client.exec(`UPDATE community_profiles SET again_at = ${startsAt}`);
    t.db.$client.exec('DELETE FROM event_privacy');
    const left = marksLeft(t.db);
    t.clock.leap(MORNING - t.clock.now() - MINUTE);
    expect(marksLeft(t.db)).toEqual(left);
    t.clock.leap(11 * MINUTE);
    expect(marksLeft(t.db).filter((name) => columns('next-morning').includes(name))).toEqual([]);
    expect(marksLeft(t.db)).toEqual(expect.arrayContaining(columns('event+30d')));
    t.clock.leap(NAMES - t.clock.now() - MINUTE);
    expect(marksLeft(t.db)).toEqual(expect.arrayContaining(columns('event+30d')));
    t.clock.leap(11 * MINUTE);
    expect(marksLeft(t.db).filter((name) => columns('event+30d').includes(name))).toEqual([]);
    expect(marksLeft(t.db).filter((name) => !columns('membership').includes(name))).toEqual([]);
    expect(marksLeft(t.db), 'who is on file stays there').toContain('members.name_key');
    t.clock.leap(732 * DAY);
    expect(marksLeft(t.db)).toEqual([]);
  });

  it('K18 the keys of forms go a day after they were sent, and no session with them', async () => {
    const { t, evening, ann } = await heldEvening();
    await evening.phone(ann);
    const forms = () => t.db.select().from(sessions).where(eq(sessions.kind, 'registration')).all().length;
    const others = () => t.db.select().from(sessions).where(ne(sessions.kind, 'registration')).all().length;
    for (let no = 0; no < 40; no++)
      saveRegistrationKey(t.db, {
        ...{ hash: `form ${no}`, eventId: evening.id, attendeeId: null },
        createdAt: instant(t.clock.now() + (no < 30 ? 0 : 12 * 60 * MINUTE)),
      });
    const before = others();
    t.clock.leap(DAY - MINUTE);
    expect(forms()).toBe(40);
    t.clock.leap(12 * MINUTE);
    expect([forms(), others()]).toEqual([10, before]);
    t.clock.leap(DAY);
    expect(forms()).toBe(0);
  });

  it('K2 access and diet answers go in the morning after, and not before', async () => {
    const { t, evening, ann, bob, row, until } = await heldEvening();
    until(MORNING - MINUTE);
    expect(row(bob.id)).toMatchObject({ access: 'Loop', diet: 'Vegan' });
    until(MORNING + 11 * MINUTE);
    for (const { id } of [ann, bob])
      expect(row(id)).toMatchObject({ access: '', diet: '', needs: NO_NEEDS, registration: { company: '' } });
    expect(row(bob.id)).toMatchObject({ question: 'Why?', registration: { roles: ['developer'] } });
    // the console sees it without being asked
    expect(t.services.evenings.get(evening.id)?.people.get(bob.id)?.diet).toBe('');
  });

  it('K3 and K4 thirty days later names go, seats stay, and who agreed to it is kept for the next evenings', async () => {
    const { t, evening, ann, bob, row, people, until } = await heldEvening();
    const ada = await t.organiser();
    evening.checkIn(ann, bob);
    await ada.post(`${evening.url}/outbox/links`);
    const phone = await evening.phone(bob);
    until(NAMES - MINUTE);
    expect([people(), row(bob.id)?.name]).toEqual([9, bob.name]);
    until(NAMES + 11 * MINUTE);
    expect([people(), row(bob.id)]).toEqual([1, undefined]);
    expect(row(ann.id)).toMatchObject({ name: ann.name, email: ann.email, question: '', registration: { roles: [] } });
    expect(row(ann.id)?.registration.consents.keep).toBe(1);
    expect(t.db.select().from(mails).all()).toEqual([]);
    expect((await phone.get(`/me/${bob.id}/opening`)).statusCode).toBe(404);
    const again = await t.organiser();
    const erased = (await again.get(`${evening.url}/erasures`)).json<ErasedPerson[]>();
    expect(erased.filter(({ came }) => came)).toMatchObject([{ id: bob.id, role: 'student', by: 'clock' }]);
    expect(readErased(t.dataDir)).toHaveLength(8);
    expect((await again.get(`${evening.url}/plan`)).body).toContain(bob.id);
  });

  it('K4 what somebody who is kept reported goes with the names; a block of two who are kept stays', async () => {
    const { t, evening, ann, until } = await heldEvening();
    const [, , cat] = evening.students;
    if (!cat) throw new Error('a student is needed');
    say(t, evening, cat.id, true);
    const said = { kind: 'wrong', text: 'He shouted', about: cat.id } as const;
    expect(report(t.services, evening.id, ann.id, 'k'.repeat(24), said).ok).toBe(true);
    expect(block(t.services, evening.id, ann.id, cat.id).ok).toBe(true);
    until(NAMES - MINUTE);
    expect(listReports(t.db, evening.id)).toHaveLength(1);
    until(NAMES + 11 * MINUTE);
    expect(listReports(t.db, evening.id)).toEqual([]);
    expect(listBlocks(t.db)).toHaveLength(1);
  });

  it('K4 and K6 a tick that nobody answers for keeps nobody, nor one that was taken back', async () => {
    const { t, evening, ann, row, until } = await heldEvening();
    const [, , cat] = evening.students;
    if (!cat) throw new Error('a student is needed');
    say(t, evening, cat.id, true);
    t.db.$client.prepare('UPDATE attendees SET member_id = NULL WHERE id = ?').run(cat.id);
    until(NAMES + 11 * MINUTE);
    expect([row(cat.id), row(ann.id)?.name]).toEqual([undefined, ann.name]);
    say(t, evening, ann.id, false);
    until(t.clock.now() + 11 * MINUTE);
    expect(row(ann.id)).toBeUndefined();
  });

  it('K5 who is on file goes after 730 days without a sign of life, everywhere', async () => {
    const { t, evening, ann, row, until } = await heldEvening();
    const seen = Number(t.db.$client.prepare('SELECT last_seen_at FROM members').pluck().get());
    until(seen + 729 * DAY);
    expect(row(ann.id)?.name).toBe(ann.name);
    // the link of the evening itself has long ended
    renewLinks(t.services, evening.id, ann.id);
    const phone = await evening.phone(ann);
    expect((await phone.get(`/me/${ann.id}/opening`)).statusCode).toBe(200);
    until(seen + 731 * DAY);
    expect(row(ann.id)?.name, 'they opened their page').toBe(ann.name);
    until(seen + (729 + 731) * DAY);
    expect(row(ann.id)).toBeUndefined();
    expect(t.db.$client.prepare('SELECT count(*) FROM members').pluck().get()).toBe(0);
  });

  it('K7 days are chosen by the organiser; after somebody was told a date, only fewer', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const set = async (namesDays: number) => await ada.put(`${evening.url}/privacy`, { namesDays });
    expect((await ada.get(`${evening.url}/privacy`)).json<PrivacyView>()).toEqual({
      ...{ namesDays: 30, mostDays: 90, under18: false, going: 9, kept: 0 },
      ...{ morningAt: MORNING, namesAt: NAMES },
    });
    for (const wrong of [0, 91]) {
      const refused = await set(wrong);
      expect([refused.statusCode, refused.json()]).toMatchObject([400, { error: { details: { field: 'namesDays' } } }]);
    }
    expect((await set(60)).json<PrivacyView>()).toMatchObject({ namesDays: 60, namesAt: namesGoAt(SETTINGS, 60) });
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    say(t, evening, ann.id, true);
    expect((await set(61)).statusCode).toBe(400);
    expect((await set(7)).json<PrivacyView>()).toMatchObject({ namesDays: 7, mostDays: 7, going: 8, kept: 1 });
    expect((await set(8)).statusCode).toBe(400);
    t.clock.leap(namesGoAt(SETTINGS, 7) - t.clock.now() + 11 * MINUTE);
    expect(t.services.evenings.get(evening.id)?.people.size).toBe(1);
  });

  it('K8 nothing goes while a night runs, for a day at most', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { settings: { boundary: 'hold' } });
    expect((await evening.start(ada)).statusCode).toBe(200);
    const [bob] = evening.students;
    if (!bob) throw new Error('a student is needed');
    say(t, evening, bob.id, false);
    const row = (id: AttendeeId) => findAttendee(t.db, evening.id, id);
    const until = (at: number): void => t.clock.leap(at - t.clock.now());
    until(MORNING + 60 * MINUTE);
    expect([evening.moment().phase.kind, row(bob.id)?.diet]).toEqual(['timeUp', 'Vegan']);
    until(SETTINGS.startsAt + 26 * 60 * MINUTE);
    expect(row(bob.id)?.diet).toBe('');
  });

  it('K8 a night that nobody ended, of whatever date, keeps nobody’s data for longer than a day', async () => {
    const { t, evening, ann, bob, row, until } = await heldEvening();
    const ada = await t.organiser();
    const startsAt = instant(Date.UTC(2199, 0));
    const forgotten = await makeEvening(t, { settings: { boundary: 'hold', startsAt } });
    expect((await forgotten.start(ada)).statusCode).toBe(200);
    until(MORNING + 60 * MINUTE);
    expect(row(bob.id)?.diet).toBe('Vegan');
    until(MORNING + DAY + 11 * MINUTE);
    expect(row(bob.id)?.diet).toBe('');
    until(NAMES + 60 * MINUTE);
    expect(row(bob.id)?.name).toBe(bob.name);
    until(NAMES + DAY + 11 * MINUTE);
    expect([row(bob.id), row(ann.id)?.name]).toEqual([undefined, ann.name]);
    const people = (which: TestEvening) => t.services.evenings.get(which.id)?.people.size;
    expect([people(evening), people(forgotten), forgotten.moment().phase.kind]).toEqual([1, 9, 'timeUp']);
  });

  it('K9 a machine that came up with a wrong date and is put right erases nothing', async () => {
    const { t, bob, row } = await heldEvening();
    const today = t.clock.now();
    t.clock.turnWall(NAMES + 400 * DAY);
    t.clock.leap(60 * MINUTE);
    expect(row(bob.id), 'server time is behind').toMatchObject({ diet: 'Vegan' });
    t.clock.jumpTo(NAMES + 400 * DAY);
    t.clock.turnWall(today);
    t.clock.leap(60 * MINUTE);
    expect(row(bob.id), 'server time is ahead').toMatchObject({ diet: 'Vegan' });
    t.clock.turnWall(NAMES);
    t.clock.leap(11 * MINUTE);
    expect(row(bob.id)).toBeUndefined();
  });

  it('K10 what became due while the server was off goes ten minutes after the start', async () => {
    const { t, evening, bob } = await heldEvening();
    await t.close();
    t.clock.jumpTo(NAMES + 100 * DAY);
    const later = await testApp({ dataDir: t.dataDir, clock: t.clock });
    const there = () => findAttendee(later.db, evening.id, bob.id)?.name;
    later.clock.leap(9 * MINUTE);
    expect(there()).toBe(bob.name);
    later.clock.leap(2 * MINUTE);
    expect(there()).toBeUndefined();
  });

  it('K11 a look finds what was not erased yet, in steps, and then nothing', async () => {
    const t = await testApp();
    const evening = await makeEvening(t, { students: 240, tables: 60, seats: 5, published: false });
    const { id } = evening;
    const size = () => t.services.evenings.get(id)?.people.size;
    t.clock.leap(NAMES - t.clock.now() + 11 * MINUTE);
    expect(size()).toBe(100);
    t.clock.leap(2_000);
    expect(size()).toBe(0);
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const log = () => t.log.filter(({ text }) => text.includes('names went by the clock')).length;
    const told = log();
    t.clock.leap(60 * MINUTE);
    expect(log()).toBe(told);
    changePerson(t.services, id, ann.id, { name: 'Ann' }, 'Ada');
    expect(size()).toBe(0);
  });

  it('K11 an event that cannot be seen to holds up no other', async () => {
    const t = await testApp({ mayLogErrors: true });
    const odd = await makeEvening(t);
    const { bob, row, until } = await heldEvening(t);
    t.db.$client.prepare("UPDATE events SET time_zone = 'No/Where' WHERE id = ?").run(odd.id);
    until(NAMES + 11 * MINUTE);
    expect(row(bob.id)).toBeUndefined();
    expect(t.log.some(({ text }) => text.includes('No/Where'))).toBe(true);
  });

  it('K14 who signed in is forgotten after a year, and what was done at an event that is there is not', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const ada = await t.organiser();
    await ada.put('/api/console/me', { firstName: 'Ada B' });
    await ada.put(`${evening.url}/self-check-in`, { on: true });
    const acts = () => t.db.$client.prepare('SELECT DISTINCT act FROM audit_lines ORDER BY act').pluck().all();
    const before = acts();
    expect(before).toEqual(expect.arrayContaining(['named', 'self-check-in-on']));
    t.clock.leap(365 * DAY - MINUTE);
    expect(acts()).toEqual(before);
    t.clock.leap(12 * MINUTE);
    expect(acts()).toEqual(before.filter((act) => act !== 'named'));
  });

  it('K13 copies of the data go when they are 30 days old and a newer one is there', async () => {
    const t = await testApp();
    const put = (name: string, age: number): string => {
      const file = join(t.dataDir, name);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, 'copy');
      const at = (t.clock.now() - age * DAY) / 1_000;
      utimesSync(file, at, at);
      return file;
    };
    const old = [
      put('backups/2026-10-01T10-00-00Z.db', 40),
      put('backups/2026-10-01T10-00-00Z.key', 40),
      put('backups/before-migration-3.db', 32),
      put('kept/2026-10-01T10-00-00Z/lapwing.db', 31),
    ];
    const young = [put('backups/2026-10-20T10-00-00Z.db', 31), put('kept/2026-11-20T10-00-00Z/lapwing.db', 2)];
    t.clock.leap(11 * MINUTE);
    expect(old.filter((file) => existsSync(file))).toEqual([]);
    // the newest backup, whatever its age
    expect(young.filter((file) => !existsSync(file))).toEqual([]);
  });
});
