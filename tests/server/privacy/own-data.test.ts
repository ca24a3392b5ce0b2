import type { AttendeeId, MemberId } from '@lapwing/shared/kernel/ids';
import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import { describe, expect, it } from 'vitest';
import { rowsOfPerson } from '../../../server/src/db/person-rows.ts';
import { PERSONAL_COLUMNS } from '../../../server/src/db/personal-data.ts';
import type { OwnData } from '../../../server/src/services/own-data.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { EVENT, MEMBER, PERSON, plantRows } from '../../support/planted-rows.ts';
import { testApp } from '../../support/test-app.ts';

/** What is about two people, or is somebody else's and only names this one. */
const OF_OTHERS = [
  ...['pair_rules.', 'slack_messages.', 'blocks.', 'reports.about', 'notes.about', 'mentor_asks.instead_of'],
  ...['picks.about', 'picks.to_attendee', 'introductions.mentor_id', 'introductions.mentor_said'],
  ...['introductions.mentor_touch', 'proposals.'],
];

describe('the file of one’s own data', () => {
  it('holds every personal column but those that say what others said in private', async () => {
    const t = await testApp();
    plantRows(t.db);
    const person = { id: PERSON as AttendeeId, eventId: EVENT as never, memberId: MEMBER as MemberId };
    const rows = rowsOfPerson(t.db, person);
    const wanted = Object.entries(PERSONAL_COLUMNS)
      .filter(
        ([name, { owner }]) => owner === 'student or mentor' && !OF_OTHERS.some((other) => name.startsWith(other)),
      )
      .map(([name]) => name)
      .filter((name) => name !== 'imports.changed');
    const missing = wanted.filter((name) => {
      const [table = '', column = ''] = name.split('.');
      return !(rows[table] ?? []).some((row) => row[column] !== undefined && row[column] !== null);
    });
    expect(missing).toEqual([]);
    expect(rows.imports).toMatchObject([{ id: PERSON, name: 'Mark:imports' }]);
    expect(Object.keys(rows)).not.toEqual(expect.arrayContaining(['pair_rules', 'blocks']));
    expect(JSON.stringify(rows)).not.toContain('SomebodyElse');
  });

  it('is downloaded by the person alone, also when the evening is over', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [ann, bob] = evening.students;
    if (!ann || !bob) throw new Error('students are needed');
    const phone = await evening.phone(ann);
    await phone.put(`/me/${ann.id}/calls/late`, { calling: true, minutes: 7 });
    await ada.post(`${evening.url}/outbox/links`);
    await evening.start(ada);
    t.clock.leap(5 * 3_600_000);
    const answer = await phone.get(`/me/${ann.id}/data.json`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="my-data.json"');
    expect(answer.headers['cache-control']).toContain('no-store');
    const { evenings } = answer.json<OwnData>();
    expect(evenings).toMatchObject([
      { event: 'Careers Night', kept: { attendees: [{ name: ann.name, email: ann.email }] } },
    ]);
    expect(evenings[0]?.kept.desk_calls).toMatchObject([{ kind: 'late', minutes: 7 }]);
    expect(evenings[0]?.kept.mails).toMatchObject([{ to_address: ann.email }]);
    expect(answer.body).not.toContain(bob.name);
    expect((await phone.get(`/me/${bob.id}/data.json`)).statusCode).toBe(404);
  });
});

describe('a report in the file of one’s own data', () => {
  it('stands there in the words of whoever told it, and in nobody else’s file', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [ann, bob] = evening.students;
    const [max] = evening.mentors;
    if (!ann || !bob || !max) throw new Error('people are needed');
    const phone = await evening.phone(ann);
    const body = { kind: 'wrong', text: 'He would not stop.', about: max.id };
    expect((await phone.put(`/me/${ann.id}/reports/${freshKey()}`, body)).statusCode).toBe(204);
    const reports = async (): Promise<unknown> =>
      (await phone.get(`/me/${ann.id}/data.json`)).json<OwnData>().evenings[0]?.kept.reports;
    const told = [{ attendee_id: ann.id, kind: 'wrong', text: 'He would not stop.' }];
    expect(await reports(), 'not whom it is about, nor what became of it').toEqual(told);
    const [notice] = (await ada.get(`${evening.url}/reports`)).json<{ id: string }[]>();
    await ada.put(`${evening.url}/reports/${notice?.id}`, { settled: true });
    expect(await reports()).toEqual(told);
    for (const other of [bob, max])
      expect((await (await evening.phone(other)).get(`/me/${other.id}/data.json`)).body).not.toContain(
        'would not stop',
      );
  });
});

describe('consents', () => {
  it('keep a name off the walls at once, in the middle of the evening, and put it back', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    await evening.start(ada);
    const phone = await evening.phone(ann);
    const board = () => (t.services.evenings.names(evening.id)?.lines ?? []).map(({ name }) => name);
    const named = board();
    const consents = { publicCard: false, introductions: false, keep: false };
    const say = async (more: object) =>
      (await phone.put(`/me/${ann.id}/consents`, { consents, photo: '', ...more })).json<OwnDetails>().student;
    expect(await say({ offWalls: true })).toMatchObject({ offWalls: true });
    const { badgeCode } = t.services.evenings.get(evening.id)?.people.get(ann.id) ?? {};
    expect(board()).toContain(badgeCode);
    expect(named).not.toContain(badgeCode);
    expect(await say({}), 'who says nothing of it leaves it').toMatchObject({ offWalls: true });
    await say({ offWalls: false });
    expect(board()).toEqual(named);
  });

  it('are given and taken back one by one, also when the evening is over, and who is off file is so at once', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    await evening.start(ada);
    t.clock.leap(5 * 3_600_000);
    const phone = await evening.phone(ann);
    const none = { publicCard: false, introductions: false, keep: false };
    const agree = async (consents: object, photo = '') =>
      (await phone.put(`/me/${ann.id}/consents`, { consents, photo })).json<OwnDetails>().student;
    const members = () => t.db.$client.prepare('SELECT count(*) FROM members').pluck().get();
    expect(await agree({ ...none, keep: true }, 'no')).toMatchObject({
      consents: { keep: true, introductions: false },
      photo: 'no',
    });
    expect(members()).toBe(1);
    expect(await agree({ ...none, introductions: true })).toMatchObject({
      consents: { keep: false, introductions: true },
    });
    expect(members()).toBe(0);
    const run = { ...none, run: true };
    expect((await phone.put(`/me/${ann.id}/consents`, { consents: run, photo: '' })).statusCode).toBe(400);
  });
});
