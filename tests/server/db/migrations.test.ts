import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import {
  type AttendeeId,
  type EventId,
  introductionId,
  introRequestId,
  type MemberId,
  memberId,
  type TableId,
} from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Db, migrateWithoutLoss, openDb } from '../../../server/src/db/connection.ts';
import { insertSeated } from '../../../server/src/db/repositories/seated-tables.ts';
import * as schema from '../../../server/src/db/schema.ts';
import { makeCall } from '../../../server/src/services/call-service.ts';
import { writeNote } from '../../../server/src/services/note-service.ts';
import { dataBefore, filled, journalOf } from '../../support/data-before.ts';
import { makeEvening, partsOfLink } from '../../support/evening-builder.ts';
import { EVENING_START } from '../../support/fake-clock.ts';
import { MIGRATIONS, temporaryFolder, testApp } from '../../support/test-app.ts';

const TABLES = Object.values(schema).filter((value) => is(value, SQLiteTable));

/** Our migrations and one more, as drizzle-kit writes it when a column of `events` changes: a new table takes its place. */
function withRebuildOfEvents(): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const made = new Database(':memory:');
  for (const { tag } of journalOf(folder).entries)
    made.exec(readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('--> statement-breakpoint', ''));
  const { sql } = made.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events'").get() as { sql: string };
  const columns = Object.values(getTableColumns(schema.events)).map((column) => `\`${column.name}\``);
  const rebuild = [
    'PRAGMA foreign_keys=OFF;',
    `${sql.replace('`events`', '`__new_events`').replace(/\)$/u, ", `colour` text DEFAULT '' NOT NULL)")};`,
    `INSERT INTO \`__new_events\`(${columns.join()}) SELECT ${columns.join()} FROM \`events\`;`,
    'DROP TABLE `events`;',
    'ALTER TABLE `__new_events` RENAME TO `events`;',
    'PRAGMA foreign_keys=ON;',
    'CREATE UNIQUE INDEX `events_code_unique` ON `events` (`code`);',
  ];
  addMigration(folder, rebuild);
  return folder;
}

function addMigration(folder: string, statements: readonly string[]): void {
  const { entries, ...rest } = journalOf(folder);
  const last = entries.at(-1);
  const idx = entries.length;
  const next = {
    idx,
    version: last?.version ?? '6',
    when: (last?.when ?? 0) + 1,
    tag: `${idx}_next`,
    breakpoints: true,
  };
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...rest, entries: [...entries, next] }));
  writeFileSync(join(folder, `${next.tag}.sql`), statements.join('\n--> statement-breakpoint\n'));
}

const rowsOf = (client: Database.Database): Record<string, number> =>
  Object.fromEntries(
    TABLES.map((table) => {
      const { rows } = client.prepare(`SELECT count(*) AS rows FROM ${getTableName(table)}`).get() as { rows: number };
      return [getTableName(table), rows];
    }),
  );

/** A data folder with at least one row in every table, no server on it any more. */
async function filledFolder(): Promise<{ folder: string; rows: Record<string, number> }> {
  const t = await testApp();
  const organiser = await t.organiser();
  const evening = await makeEvening(t);
  const [student] = evening.students;
  if (!student) throw new Error('a student is needed');
  await evening.phone(student);
  await (
    await t.socket(`/display/${partsOfLink(`http://x${evening.displayUrl()}`).id}/live`, await evening.display())
  ).settled();
  makeCall(t.services, evening.id, student.id, 'lost', { calling: true });
  const [mentor] = evening.mentors;
  const note = { text: 'Ask again', at: EVENING_START as Instant, seen: { phone: 1 }, beside: [] };
  expect(mentor && writeNote(t.services, evening.id, student.id, mentor.id, note).ok).toBe(true);
  insertSeated(t.db, evening.id, 1, evening.tables()[0]?.id as TableId, EVENING_START as Instant);
  const file = Buffer.from('Timestamp,Full name,Email address\n2026-11-01,Zoe Quill,zoe@example.org\n');
  const preview = await organiser.upload(`${evening.url}/imports/preview?as=students`, file);
  const { digest } = preview.json<{ digest: string }>();
  const applied = await organiser.upload(`${evening.url}/imports?as=students&digest=${digest}`, file);
  expect(applied.statusCode, applied.body).toBe(200);
  await organiser.put(`${evening.url}/privacy`, { namesDays: 29 });
  const seat = { round: 1, person: student.id, table: evening.tables()[0]?.id };
  await organiser.put(`${evening.url}/seat-locks`, { lock: [seat], unlock: [] });
  await organiser.put('/api/link-address', { host: 'localhost' });
  await organiser.delete(`${evening.url}/people/${evening.students.at(-1)?.id}`);
  fillByHand(
    t.db,
    evening.id,
    evening.students.map(({ id }) => id),
  );
  const rows = rowsOf(t.db.$client);
  await t.close();
  expect(Object.entries(rows).filter(([, count]) => count === 0)).toEqual([]);
  return { folder: t.dataDir, rows };
}

/** Rows of what this evening has no door to yet. */
function fillByHand(db: Db, eventId: EventId, [one, other]: readonly AttendeeId[]): void {
  if (!one || !other) throw new Error('two students are needed');
  const at = EVENING_START as Instant;
  db.insert(schema.members)
    .values({ id: memberId('m1'), emailKey: 'a@example.org', nameKey: 'a', createdAt: at, lastSeenAt: at })
    .run();
  fillCommunity(db, memberId('m1'), at);
  db.insert(schema.invitations)
    .values({ eventId, ...CLOSED_INVITATION })
    .run();
  db.insert(schema.pairRules).values({ eventId, one, other, kind: 'apart', createdAt: at }).run();
  db.insert(schema.blocks).values({ eventId, one, other, createdAt: at }).run();
  db.insert(schema.traces).values({ id: other, eventId, hash: 'h', takenOff: false, onFile: false, at }).run();
  db.insert(schema.reports)
    .values({ id: 'r1', eventId, attendeeId: one, key: 'k', kind: 'wrong', text: 'T', about: other, at })
    .run();
  db.insert(schema.feedback)
    .values({ attendeeId: one, eventId, answers: { worth: 'yes' }, at })
    .run();
  db.insert(schema.anonymousFeedback)
    .values({ eventId, answers: { worth: 'no' } })
    .run();
  const pick = { star: true, wish: 'introduce', line: 'Why', to: other, at } as const;
  db.insert(schema.picks)
    .values({ eventId, attendeeId: one, about: other, ...pick })
    .run();
  const made = { origin: 'evening', round: 1, studentLine: '', mentorLine: '', words: '', state: 'draft' } as const;
  db.insert(schema.introductions)
    .values({ id: introductionId('i1'), eventId, student: one, mentor: other, ...made, madeAt: at })
    .run();
  db.insert(schema.eventIntroductions).values({ eventId, bellAt: at }).run();
  db.insert(schema.mentorAsks).values({ id: 'a1', eventId, attendeeId: one, askedAt: at }).run();
  const mail = { to: 'a@example.org', subject: 'S', body: 'B', calendar: '' };
  db.insert(schema.mails)
    .values({ id: 'x1', key: 'k', eventId, attendeeId: one, kind: 'reminder', ...mail, state: 'sent', createdAt: at })
    .run();
  const sides = { oneId: one, otherId: other, oneName: 'A', otherName: 'B', oneAddress: 'a', otherAddress: 'b' };
  const words = { introductionId: introductionId('i1'), heading: 'H', body: 'B' };
  db.insert(schema.slackMessages)
    .values({ id: 's1', key: 'k', eventId, ...sides, ...words, state: 'sent', createdAt: at })
    .run();
  db.insert(schema.presenceWords).values({ attendeeId: one, eventId, here: true, at, by: 'self' }).run();
  db.insert(schema.prints).values({ eventId, sheet: 'tables', planVersion: 1, at, by: 'Mei' }).run();
  db.insert(schema.badgePrints).values({ eventId, attendeeId: one, planVersion: 1, at, mark: '' }).run();
  fillAccounts(db, eventId);
}

/** Rows of somebody of the community. */
function fillCommunity(db: Db, id: MemberId, at: Instant): void {
  const said = { name: 'A', email: 'a@example.org', headline: '', languages: ['en'], industries: [], roles: [] };
  const gives = { years: 0, perMonth: 0, language: 'en', origin: 'joined', joinedAt: at } as const;
  db.insert(schema.communityProfiles)
    .values({ memberId: id, ...said, ...gives })
    .run();
  const asked = { industries: [], roles: [], languages: [], line: '', askedAt: at, state: 'open' } as const;
  db.insert(schema.introRequests)
    .values({ id: introRequestId('q1'), memberId: id, key: 'k', ...asked })
    .run();
  db.insert(schema.proposals)
    .values({
      id: 'p1',
      requestId: introRequestId('q1'),
      asker: id,
      mentor: id,
      reason: {} as never,
      state: 'no',
      madeAt: at,
    })
    .run();
  db.insert(schema.communityImports).values({ id: 'c1', kind: 'members', appliedAt: at, rows: 1, same: 0 }).run();
  db.insert(schema.communityImportRows).values({ importId: 'c1', memberId: id }).run();
  db.insert(schema.communityRuns)
    .values({ id: 'u1', key: 'k', at, served: 1, left: 0, longestWaitDays: 0, optimal: true })
    .run();
}

/** Rows of somebody's account, beside the one that `organiser` makes. */
function fillAccounts(db: Db, eventId: EventId): void {
  const userId = db.select().from(schema.staff).get()?.id;
  if (userId === undefined) throw new Error('an organiser is needed');
  const now = new Date(EVENING_START);
  const times = { createdAt: now, updatedAt: now, expiresAt: now };
  db.insert(schema.staffProofs)
    .values({ id: 'p', token: 't', userId, ...times })
    .run();
  db.insert(schema.staffVerifications)
    .values({ id: 'v', identifier: 'i', value: 'v', ...times })
    .run();
  db.insert(schema.staffSecondFactors).values({ id: 's', secret: 's', backupCodes: '', userId }).run();
  const key = { publicKey: '', credentialID: '', counter: 0, deviceType: '', backedUp: false };
  db.insert(schema.staffPasskeys)
    .values({ id: 'k', userId, ...key })
    .run();
  const at = EVENING_START as Instant;
  db.insert(schema.staffInvitations)
    .values({ hash: 'h', email: 'b@example.org', name: 'Bo', role: 'organiser', createdAt: at, validUntil: at })
    .run();
  db.insert(schema.helperDoors).values({ eventId, generation: 1, openUntil: at }).run();
}

describe('migrations', () => {
  it('make exactly the tables and columns of the schema', async () => {
    const db = await openDb(temporaryFolder(), MIGRATIONS);
    onTestFinished(() => void db.$client.close());
    for (const table of TABLES) {
      const name = getTableName(table);
      const found = db.$client.pragma(`table_info(${name})`) as { name: string; type: string; notnull: number }[];
      const wanted = Object.values(getTableColumns(table)).map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: column.notNull ? 1 : 0,
      }));
      expect(found.map(({ name, type, notnull }) => ({ name, type: type.toUpperCase(), notnull }))).toEqual(wanted);
      const foreign = db.$client.pragma(`foreign_key_list(${name})`) as unknown[];
      expect(foreign, `${name}: foreign keys`).toHaveLength(getTableConfig(table).foreignKeys.length);
    }
    const made = db.$client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    const names = (made.all() as { name: string }[]).map(({ name }) => name).filter((name) => !name.startsWith('__'));
    expect(names.sort()).toEqual(TABLES.map((table) => getTableName(table)).sort());
  });

  it('give every reference to a person an index, or removing thousands blocks everybody', async () => {
    const { db } = await testApp();
    const bare = db.$client
      .prepare(
        `SELECT t.name || '.' || f."from" AS bare FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
         WHERE t.type = 'table' AND f."table" = 'attendees' AND NOT EXISTS (
           SELECT 1 FROM pragma_index_list(t.name) l, pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = f."from")`,
      )
      .pluck()
      .all();
    expect(bare).toEqual([]);
  });

  it('take plans of earlier versions as balanced searches that came to their end', () => {
    const { client, migrateOn } = dataBefore('plan_origin');
    client.exec(
      "INSERT INTO plans VALUES ('e1', 1, 'expected', 0, 'hash', '{\"rounds\":[]}', '{\"rows\":[]}', 7, 900, 0)",
    );
    migrateOn();
    expect(client.prepare('SELECT seed, iterations, stopped_after, aim, edited_from FROM plans').get()).toEqual({
      ...{ seed: 7, iterations: 900, stopped_after: null, aim: 'balanced', edited_from: null },
    });
  });

  it('take who was written to that they do not come as having said so', () => {
    const { client, migrateOn } = dataBefore('who_said_no');
    for (const [id, standing, kind] of [
      ['said', 'cancelled', 'cancelled'],
      ['taken off', 'cancelled', 'confirmation'],
      ['back', 'active', 'cancelled'],
    ]) {
      filled(client, 'attendees', { id, standing });
      filled(client, 'mails', { id: `mail to ${id}`, key: id, attendee_id: id, kind });
    }
    migrateOn();
    expect(client.prepare('SELECT id FROM attendees WHERE said_no').pluck().all()).toEqual(['said']);
  });

  it('take years of proposals as those of the role where the mentor says as many of it, and as years of work otherwise', () => {
    const { client, migrateOn } = dataBefore('years_of');
    const roles = JSON.stringify([
      { role: 'product', years: 4 },
      { role: 'design', years: null },
    ]);
    filled(client, 'community_profiles', { member_id: 'max', roles });
    for (const [id, role, years] of [
      ['said', 'product', 4],
      ['not said', 'design', 12],
      ['industry', null, 4],
    ])
      filled(client, 'proposals', { id, mentor_id: 'max', request_id: id, reason: JSON.stringify({ role, years }) });
    migrateOn();
    expect(client.prepare("SELECT id, reason ->> 'yearsOf' AS yearsOf FROM proposals ORDER BY id").all()).toEqual([
      { id: 'industry', yearsOf: 'work' },
      { id: 'not said', yearsOf: 'work' },
      { id: 'said', yearsOf: 'role' },
    ]);
  });

  it('take nights of earlier versions with their break', () => {
    const { client, migrateOn } = dataBefore('the_running_night');
    const timings = {
      rounds: 3,
      talk: 600_000,
      changeover: 0,
      breakAfterRound: 1,
      breakLength: 60_000,
      boundary: 'auto',
    };
    const agenda = { kind: 'agenda', title: 'break', round: 2, startsAt: 1, endsAt: 2 };
    const night = {
      phase: { kind: 'paused', of: agenda, remaining: 1, since: 1 },
      before: agenda,
      timings,
      begun: [1],
      planVersion: 1,
    };
    const insert = client.prepare('INSERT INTO nights VALUES (?, 4, ?)');
    insert.run('e1', JSON.stringify(night));
    insert.run('e2', JSON.stringify({ ...night, timings: { ...timings, breakAfterRound: 0 } }));
    migrateOn();
    const moments = client.prepare('SELECT moment FROM nights ORDER BY event_id').all() as { moment: string }[];
    const [withBreak, without] = moments.map(({ moment }) => JSON.parse(moment) as Moment);
    const lengths = { rounds: 3, talk: 600_000, changeover: 0, boundary: 'auto', talkBegins: 'auto', skipped: [] };
    expect(withBreak).toEqual({
      ...{
        phase: { kind: 'paused', of: { ...agenda, item: 0 }, remaining: 1, since: 1 },
        before: { ...agenda, item: 0 },
      },
      ...{
        timings: { ...lengths, agenda: [{ title: 'break', afterRound: 1, length: 60_000 }] },
        begun: [1],
        planVersion: 1,
      },
      ...{ announcement: null, blank: false },
    });
    expect(without?.timings).toEqual({ ...lengths, agenda: [] });
  });

  it('keep every row when a table is rebuilt, and leave a backup that only the owner reads', async () => {
    const { folder, rows } = await filledFolder();
    const db = await openDb(folder, withRebuildOfEvents());
    onTestFinished(() => void db.$client.close());
    expect(rowsOf(db.$client)).toEqual(rows);
    expect(db.$client.prepare('SELECT colour FROM events').get()).toEqual({ colour: '' });
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.$client.pragma('synchronous', { simple: true })).toBe(2);
    const backup = join(folder, 'backups', `before-migration-${journalOf(MIGRATIONS).entries.length + 1}.db`);
    const before = new Database(backup, { readonly: true });
    onTestFinished(() => void before.close());
    expect(rowsOf(before)).toEqual(rows);
    expect((statSync(backup).mode & 0o777).toString(8)).toBe('600');
  });

  it('would lose the child rows with foreign keys on (so the test above can fail)', async () => {
    const { folder, rows } = await filledFolder();
    const db = await openDb(folder, MIGRATIONS);
    onTestFinished(() => void db.$client.close());
    migrate(db, { migrationsFolder: withRebuildOfEvents() });
    const left = rowsOf(db.$client);
    expect(left.events).toBe(rows.events);
    expect(left).toMatchObject({ attendees: 0, floor_tables: 0, plans: 0, nights: 0, links: 0, imports: 0 });
  });

  it('are refused when they leave rows without their parent', async () => {
    const { folder } = await filledFolder();
    const migrations = join(temporaryFolder(), 'migrations');
    cpSync(MIGRATIONS, migrations, { recursive: true });
    addMigration(migrations, ['DELETE FROM `events`;']);
    await expect(openDb(folder, migrations)).rejects.toThrow(/without their parent/u);
    const db: Db = await openDb(temporaryFolder(), MIGRATIONS);
    onTestFinished(() => void db.$client.close());
    expect(() => migrateWithoutLoss(db, migrations)).not.toThrow();
  });
});
