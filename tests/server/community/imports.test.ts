import { introductionId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { CommunityImport, Funnel, ImportAsked, MembersPage } from '@lapwing/shared/protocol/community-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { insertIntroduction } from '../../../server/src/db/repositories/introductions.ts';
import { communityProfiles, introductions, mails, members } from '../../../server/src/db/schema.ts';
import { member } from '../../support/community-builder.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { LAST_BELL } from '../../support/evening-of-picks.ts';
import type { Caller } from '../../support/test-caller.ts';
import { community, proposed } from './queue-hall.ts';

const upload = async (caller: Caller, text: string, kind = 'members', apply = 'yes') =>
  (
    await caller.upload(`/api/community/imports?kind=${kind}&apply=${apply}`, Buffer.from(text))
  ).json<CommunityImport>();

const MEMBERS = [
  'Full name,Email,Job title,Languages,Industries,Roles,Years in work,Introductions per month',
  'Ann Arbor,ann@example.org,Product lead,"English, Deutsch",Games,Product,12,2',
  ',ben@example.org,,,,,,',
  'Cy Clone,not an address,,,,,,',
  'Dee Dee,dee@example.org,,Klingonisch,,,many,',
  'Ann Arbor,ANN@example.org,,,,,,',
].join('\n');

describe('members from a file', () => {
  it('C17 a preview names row, field and fault of each problem and keeps nothing; the same file again changes nothing', async () => {
    const { t, mei } = await community({ smtp: false });
    const seen = await upload(mei, MEMBERS, 'members', 'no');
    expect(seen).toMatchObject({ id: '', rows: 5, added: 2, changed: 0, same: 0, applied: false });
    expect(seen.problems.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'name', 'name-missing'],
      [4, 'email', 'email-invalid'],
      [5, 'languages', 'language-unknown'],
      [5, 'years', 'not-a-number'],
      [6, 'email', 'twice'],
    ]);
    expect(t.db.select().from(members).all()).toEqual([]);
    expect(await upload(mei, MEMBERS)).toMatchObject({ added: 2, applied: true });
    expect(await upload(mei, MEMBERS)).toMatchObject({ added: 0, changed: 0, same: 2 });
    const list = (await mei.get('/api/community/members')).json<MembersPage>();
    expect(list.members).toMatchObject([
      { name: 'Ann Arbor', industries: ['games'], perMonth: 2, confirmed: false, origin: 'import' },
      { name: 'Dee Dee', confirmed: false },
    ]);
  });

  it('C17 who is written down has agreed to nothing: nobody is proposed, and each is asked by one mail', async () => {
    const { t, mei } = await community({ smtp: false });
    const { id } = await upload(mei, MEMBERS);
    member(t, 'Eve Asks');
    expect((await proposed(mei)).proposals).toEqual([]);
    const ask = async () => (await mei.post(`/api/community/imports/${id}/asked`)).json<ImportAsked>().asked;
    expect([await ask(), await ask()]).toEqual([2, 0]);
    expect(t.db.select().from(mails).all().length).toBe(2);
  });

  it('C17 an import is taken back whole, once; what it changed is as before', async () => {
    const { t, mei } = await community({ smtp: false });
    await upload(mei, MEMBERS);
    const second = await upload(
      mei,
      `${MEMBERS.replace('Product lead', 'Head of product')}\nFay New,fay@example.org,,,,,,`,
    );
    expect(second).toMatchObject({ added: 1, changed: 1, same: 1 });
    const undo = () => mei.post(`/api/community/imports/${second.id}/undone`);
    expect((await undo()).json()[0]).toMatchObject({ added: 1, changed: 1, undo: { removes: 0, restores: 0 } });
    expect((await undo()).json()).toMatchObject({ error: { code: 'already-undone' } });
    const list = (await mei.get('/api/community/members')).json<MembersPage>();
    expect(list.members.map(({ name, headline }) => [name, headline])).toEqual([
      ['Ann Arbor', 'Product lead'],
      ['Dee Dee', ''],
    ]);
    expect(t.db.select().from(members).all().length).toBe(2);
  });

  it('waits while a night runs, and holds up no countdown', async () => {
    const { t, mei } = await community({ smtp: false });
    const evening = await makeEvening(t);
    const { id } = await upload(mei, MEMBERS);
    await evening.start(mei);
    expect(await upload(mei, MEMBERS)).toMatchObject({ error: { code: 'event-running' } });
    expect((await mei.post(`/api/community/imports/${id}/undone`)).json()).toMatchObject({
      error: { code: 'event-running' },
    });
  });

  it('takes words that mean something to the machine for words, and cuts no sign in half', async () => {
    const { t, mei } = await community({ smtp: false });
    const headline = `${'x'.repeat(119)}😀`;
    const seen = await upload(mei, `name,email,languages,headline\nAnn Arbor,ann@example.org,constructor,${headline}`);
    expect(seen.problems).toMatchObject([{ field: 'languages', code: 'language-unknown', value: 'constructor' }]);
    expect(t.db.select().from(communityProfiles).all()).toMatchObject([
      { languages: ['en'], headline: 'x'.repeat(119) },
    ]);
  });

  it('refuses a file that holds no addresses, and one that is no text', async () => {
    const { mei } = await community({ smtp: false });
    expect(await upload(mei, 'Colour,Size\nred,3')).toMatchObject({ error: { code: 'file-not-recognised' } });
    expect(await upload(mei, '%PDF-1.4 …')).toMatchObject({ error: { code: 'file-unreadable' } });
  });
});

describe('earlier introductions from a file', () => {
  it('C16 C17 count as history: the two are not proposed again; the same file changes nothing', async () => {
    const { t, mei } = await community({ smtp: false });
    member(t, 'Ann Asker', { email: 'ann@example.org' });
    member(t, 'Max Mentor', { email: 'max@example.org' });
    const file = [
      'Mentee,Mentor,Date,Outcome',
      'ann@example.org,max@example.org,2025-03-01,met',
      'ann@example.org,nobody@example.org,01.04.2025,no',
      'ann@example.org,max@example.org,2025-02-30,met',
      'ann@example.org,ann@example.org,2025-03-01,',
      'ann@example.org,max@example.org,2027-03-01,met',
    ].join('\n');
    const done = await upload(mei, file, 'introductions');
    expect(done).toMatchObject({ rows: 5, added: 1 });
    expect(done.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'unknown-person'],
      [4, 'date-unreadable'],
      [5, 'same-person'],
      [6, 'date-ahead'],
    ]);
    expect(await upload(mei, file, 'introductions')).toMatchObject({ added: 0, same: 1 });
    expect(t.db.select().from(introductions).all()).toMatchObject([{ origin: 'import', outcome: 'met' }]);
    await mei.post(`/api/community/imports/${done.id}/undone`);
    expect(t.db.select().from(introductions).where(eq(introductions.origin, 'import')).all()).toEqual([]);
  });
});

describe('the figures', () => {
  it('C19 count people once in each step, and tell nothing of one or two, nor by subtraction', async () => {
    const { t, mei } = await community({ smtp: false });
    const people = Array.from({ length: 10 }, (_, index) => member(t, `Per Son ${'abcdefghij'[index]}`));
    const introduce = (one: number, other: number, outcome: 'met' | 'not-met') =>
      insertIntroduction(t.db, {
        ...{
          id: introductionId(`i${one}${other}`),
          eventId: null,
          student: null,
          mentor: null,
          origin: 'queue',
          round: 0,
        },
        ...{ studentMember: people[one] ?? null, mentorMember: people[other] ?? null, studentLine: '', mentorLine: '' },
        ...{
          words: '',
          state: 'released',
          madeAt: instant(Math.floor(t.clock.now())),
          sentAt: null,
          told: null,
          outcome,
        },
      });
    for (const [one, other] of [
      [0, 1],
      [2, 3],
      [4, 5],
      [0, 6],
    ] as const)
      introduce(one, other, 'met');
    introduce(7, 8, 'not-met');
    const funnel = async () => (await mei.get('/api/community/funnel')).json<Funnel>();
    expect(await funnel(), 'nine introduced, seven met: two would be told').toMatchObject({ introduced: 9, met: null });
    introduce(9, 8, 'not-met');
    expect(await funnel(), 'who is introduced between evenings came, too').toMatchObject({
      ...{ came: 10, picked: 10, introduced: 10, met: 7, inTouch: 0 },
    });
    const csv = (await mei.get('/api/community/funnel.csv')).body;
    expect(csv).toContain('event,date,came,picked,introduced,met,in_touch');
  });

  it('C19 of an evening alone, and what is too few of one is in no sum, so that it cannot be told by subtraction', async () => {
    const { t, mei } = await community({ smtp: false });
    const hall = { students: 8, tables: 3, seats: 3 };
    const [large, small] = [await makeEvening(t, hall), await makeEvening(t, hall)];
    const came = t.db.$client.prepare('UPDATE attendees SET checked_in_at = 1 WHERE event_id = ?');
    const picked = t.db.$client.prepare(
      `INSERT INTO picks (event_id, attendee_id, about, star, wish, line, at) VALUES (?,?,?,1,NULL,'',1)`,
    );
    for (const { id } of [large, small]) came.run(id);
    for (const [evening, count] of [
      [large, 5],
      [small, 2],
    ] as const)
      for (const { id } of evening.students.slice(0, count)) picked.run(evening.id, id, evening.mentors[0]?.id);
    const funnel = async (of = '') => (await mei.get(`/api/community/funnel${of}`)).json<Funnel>();
    for (const evening of [large, small]) await evening.start(mei);
    expect(await funnel(`?event=${large.id}`), 'H4 before its last bell').toMatchObject({ came: 11, picked: null });
    expect(await funnel(), 'nor in a sum').toMatchObject({ came: 22, picked: 0 });
    t.clock.leap(LAST_BELL);
    expect(await funnel(`?event=${large.id}`)).toMatchObject({ came: 11, picked: 5 });
    expect(await funnel(`?event=${small.id}`)).toMatchObject({ came: 11, picked: null });
    expect(await funnel(), 'seven did').toMatchObject({ came: 22, picked: 5 });
    const lines = async (of = '') => (await mei.get(`/api/community/funnel.csv${of}`)).body.trim().split('\r\n');
    expect((await lines()).map((line) => line.split(',').slice(2, 4))).toEqual([
      ['came', 'picked'],
      ...[
        ['11', '5'],
        ['11', ''],
        ['22', '5'],
      ],
    ]);
    expect((await lines(`?event=${small.id}`)).length).toBe(2);
  });
});
