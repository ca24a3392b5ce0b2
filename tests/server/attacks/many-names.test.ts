import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { traces } from '../../../server/src/db/schema.ts';
import { leaveTraces, noteTraces, takenOffAt, tracesLeftBy, tracesOf } from '../../../server/src/db/traces.ts';
import { transact } from '../../../server/src/db/transact.ts';
import { freshKey } from '../../support/evening-builder.ts';
import { house } from '../../support/identity-house.ts';

const NINA = 'nina@uni.example';
const MAL = 'mal@uni.example';
const DAY = 86_400_000;

/** Nina reported Mal, whose page is open on a phone that never showed the mailbox. */
async function reported() {
  const at = await house();
  const evening = await at.evening();
  await evening.register('Nina Target', NINA);
  await evening.register('Mal Ory', MAL);
  const [nina, mal] = [evening.person('Nina Target'), evening.person('Mal Ory')];
  const ninas = await evening.atDesk('Nina Target');
  const said = { kind: 'wrong', text: 'He would not let go', about: mal.id };
  expect((await ninas.put(`/me/${nina.id}/reports/${freshKey()}`, said)).statusCode).toBeLessThan(300);
  const phone = await evening.atDesk('Mal Ory');
  const page = evening.of(phone, 'Mal Ory');
  const left = () => at.t.db.select().from(traces).where(eq(traces.id, mal.id)).all();
  return { ...at, evening, mal, phone, page, left };
}

/** Letters alone, since a number may not tell one name from another. */
const nameOf = (no: number): string => `Other ${String.fromCodePoint(97 + Math.floor(no / 26), 97 + (no % 26))}`;

describe('P8 whom a report is about, under one name after the other', () => {
  it('changes it five times a day, and is told why not oftener', async () => {
    const { t, mal, page } = await reported();
    for (let no = 0; no < 5; no++) expect((await page.rename(nameOf(no))).statusCode).toBe(200);
    const sixth = await page.rename(nameOf(5));
    expect([sixth.statusCode, sixth.json()]).toEqual([
      400,
      { error: { code: 'bad-request', details: { field: 'name', problem: 'renamedOften' } } },
    ]);
    expect((await page.rename(nameOf(4), { course: 'Physics' })).statusCode, 'all else can be changed').toBe(200);
    t.clock.leap(DAY);
    expect(t.services.renames.tooMany(mal.id), 'a day later').toBe(false);
  });

  it('leaves ten rows, of them the first name, under which the report is known', async () => {
    const { t, evening, mal, left } = await reported();
    const before = findAttendee(t.db, evening.evening.id, mal.id);
    if (!before) throw new Error('no Mal');
    for (let no = 0; no < 40; no++) {
      const row = { ...before, name: no === 0 ? before.name : nameOf(no), unconfirmed: true, handEdited: ['name'] };
      transact(t.db, (tx) => {
        noteTraces(tx, t.services.secrets, [row as typeof before], t.clock.now());
        return { ok: true, value: undefined };
      });
      t.clock.advance(1000);
    }
    expect(left()).toHaveLength(10);
    const known = (name: string) => tracesOf(t.db, t.services.secrets, { ...before, name }).length;
    expect([known('Mal Ory'), known(nameOf(39)), known(nameOf(20))]).toEqual([1, 1, 0]);
  });

  it('never loses a name that the mailbox, an organiser or a file said', async () => {
    const { t, evening, mal, left } = await reported();
    const before = findAttendee(t.db, evening.evening.id, mal.id);
    if (!before) throw new Error('no Mal');
    for (let no = 0; no < 40; no++) {
      const row = { ...before, name: nameOf(no), unconfirmed: no >= 15, handEdited: ['name' as const] };
      transact(t.db, (tx) => {
        noteTraces(tx, t.services.secrets, [row], t.clock.now());
        return { ok: true, value: undefined };
      });
    }
    expect(left().filter(({ proven }) => proven)).toHaveLength(15);
    expect(left()).toHaveLength(25);
  });
});

describe('P8 however many traces there are', () => {
  it('nobody reads them all: every look goes by an index', async () => {
    const { t, evening, mal } = await reported();
    const row = findAttendee(t.db, evening.evening.id, mal.id);
    if (!row) throw new Error('no Mal');
    const { secrets } = t.services;
    const asked = new Set<string>();
    const prepare = t.db.$client.prepare.bind(t.db.$client);
    t.db.$client.prepare = ((text: string) => {
      asked.add(text);
      return prepare(text);
    }) as typeof prepare;
    transact(t.db, (tx) => {
      noteTraces(tx, secrets, [row], t.clock.now());
      leaveTraces(tx, secrets, [row], t.clock.now());
      tracesOf(tx, secrets, row);
      tracesLeftBy(tx, [row.id]);
      takenOffAt(tx, secrets, row.eventId)(row);
      return { ok: true, value: undefined };
    });
    t.db.$client.prepare = prepare;
    const plans = [...asked]
      .filter((text) => /traces|reports|blocks/u.test(text) && !/^insert/iu.test(text))
      .map((text) => ({
        text,
        plan: (
          prepare(`EXPLAIN QUERY PLAN ${text}`).all(...Array(text.split('?').length - 1).fill('x')) as {
            detail: string;
          }[]
        )
          .map(({ detail }) => detail)
          .join('; '),
      }));
    expect(plans.length).toBeGreaterThan(4);
    expect(plans.filter(({ plan }) => /SCAN "?(?:t|traces|reports|blocks)"?(?:\s|$)/u.test(plan))).toEqual([]);
  });
});
