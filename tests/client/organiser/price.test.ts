import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening-to-plan';
import { describe, expect, it } from 'vitest';
import { assessed, movesFor, type Price, priceOf } from '../../../client/src/organiser/plan/price.ts';
import { type Names, overallText, priceLines } from '../../../client/src/organiser/plan/price-sentences.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { table } from './builders.ts';

const ids = (...names: string[]) => names.map(attendeeId);
const at = (students: string[], mentor: string): Seating => ({ students: ids(...students), mentors: ids(mentor) });
const [ada, bo, cy, di] = ids('Ada', 'Bo', 'Cy', 'Di') as [never, never, never, never];

/** Two rounds, two tables of two: nobody meets anybody twice. Bo would like to meet Law, who sits at table 2. */
const plan: Schedule = {
  rounds: [
    { t1: at(['Ada', 'Bo'], 'Mia'), t2: at(['Cy', 'Di'], 'Lou') },
    { t1: at(['Cy', 'Di'], 'Mia'), t2: at(['Ada', 'Bo'], 'Lou') },
  ],
};
const evening: EveningToPlan = {
  rounds: 2,
  whoMoves: 'students',
  tables: [table(1, { seats: 2, mentors: ids('Mia'), stepFree: true }), table(2, { seats: 3, mentors: ids('Lou') })],
  students: [
    { id: ada, industries: [], stepFree: true },
    { id: bo, industries: ['Law'], stepFree: false },
    { id: cy, industries: [], stepFree: false },
    { id: di, industries: [], stepFree: false },
  ],
  mentors: [
    { id: attendeeId('Mia'), industry: 'Tech' },
    { id: attendeeId('Lou'), industry: 'Law' },
  ],
};
const easy: EveningToPlan = {
  ...evening,
  tables: evening.tables.map((one) => ({ ...one, stepFree: true })),
};
const names: Names = { person: (id) => id, table: (id) => id.slice(1) };

const price = (person: never, round: number, to: string | null, other: never | null = null, of = easy): Price => {
  const target = { table: to === null ? null : tableId(to), person: other };
  return priceOf(assessed(plan, of), movesFor(plan, round, person, target), of);
};
const said = (of: Price): string[] => priceLines(of, names).map(({ tone, text }) => `${tone}: ${say(text)}`);

describe('the price of moving somebody', () => {
  it('names a full table, a mentor met twice, and a lost wish', () => {
    const lines = said(price(bo, 2, 't1'));
    expect(lines).toContain('bad: Round 2: table 1 has one too many.');
    // with three at that table somebody has to meet its mentor twice, so no rule is broken by that
    expect(lines).toContain('worse: Bo meets Mia twice.');
    expect(lines).toContain('worse: 1 wish lost');
    expect(lines).toContain('better: Bo meets Ada once only');
    expect(lines.findIndex((line) => line.startsWith('bad'))).toBe(0);
  });

  it('names mentors met twice for nothing as what they are: not possible', () => {
    const lines = said(price(bo, 2, 't1', cy));
    expect(lines.filter((line) => line.startsWith('bad'))).toEqual([
      'bad: Bo meets Mia twice.',
      'bad: Cy meets Lou twice.',
    ]);
    expect(lines.filter((line) => line.includes('twice'))).toHaveLength(2);
    // who meets for the first time is no news
    expect(lines.filter((line) => line.includes('again'))).toEqual([]);
  });

  it('names who is met again, once for a pair', () => {
    const swapped = {
      ...plan,
      rounds: [plan.rounds[0], { t1: at(['Cy', 'Bo'], 'Mia'), t2: at(['Ada', 'Di'], 'Lou') }],
    };
    const before = assessed(swapped as Schedule, easy);
    const changes = movesFor(before.schedule, 2, bo, { table: tableId('t2'), person: di });
    const lines = priceLines(priceOf(before, changes, easy), names).map(({ text }) => say(text));
    expect(lines).toContain('Bo meets Ada again');
    expect(lines).toContain('Di meets Cy again');
    expect(lines.filter((line) => line.endsWith('again'))).toHaveLength(2);
    expect(lines).toContain('1 wish gained');
  });

  it('knows who needs a table without steps, who sits out, and where nobody waits', () => {
    expect(said(price(ada, 1, 't2', null, evening))).toContain(
      'bad: Ada needs a table without steps. Table 2 has some.',
    );
    expect(said(price(cy, 1, null))).toContain('worse: Cy sits out.');
    const third = { ...easy, tables: [...easy.tables, table(3)] };
    expect(said(price(cy, 1, 't3', null, third))).toContain('worse: There is no mentor at table 3.');
  });

  it('says what becomes of the plan as a whole', () => {
    const lost = price(bo, 2, 't1');
    expect(lost.overall?.after.value).toBeLessThan(lost.overall?.before.value ?? 0);
    const text = overallText(lost);
    expect(text && say(text)).toMatch(/^Plan as a whole: \d+\.\d → \d+\.\d$/u);
    expect(overallText({ ...lost, overall: null })).toBeNull();
    const { before } = lost.overall as NonNullable<Price['overall']>;
    const same = overallText({ ...lost, overall: { before, after: before } });
    expect(same && say(same)).toBe(`Plan as a whole: ${before.value.toFixed(1)}, as before`);
  });

  it('counts when there are more than can be named', () => {
    const pairs = ids('a', 'b', 'c', 'd').map((other) => ({ one: ada as ReturnType<typeof attendeeId>, other }));
    expect(said({ ...price(cy, 1, null), meetAgain: pairs })).toContain('worse: 4 pairs meet again');
  });

  it('is none where nothing changes', () => {
    expect(movesFor(plan, 1, ada, { table: tableId('t1'), person: null })).toEqual([]);
    expect(movesFor(plan, 1, ada, { table: tableId('t1'), person: bo })).toEqual([]);
    expect(movesFor(plan, 1, ada, { table: null, person: null })).toEqual([{ round: 1, person: ada, table: null }]);
  });
});
