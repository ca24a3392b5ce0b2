import { plannedEnd } from '@lapwing/shared/event/event';
import { describe, expect, it } from 'vitest';
import { checklist } from '../../../client/src/organiser/set-up/checklist.ts';
import { eveningSum, minutesUntil } from '../../../client/src/organiser/set-up/evening-sum.ts';
import { draftOf, settingsOf } from '../../../client/src/organiser/set-up/settings-draft.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { at, NINETEEN, person, settings, table } from './builders.ts';

describe('the sum', () => {
  it('says rounds, moves, break and end', () => {
    const evening = settings({ breakAfterRound: 3 });
    expect(say(eveningSum(evening, '20:50'))).toBe(
      '6 rounds of 15 with 2 to move, a break of 10 = 110 minutes, ends 20:50',
    );
    expect(plannedEnd(evening)).toBe(at(110));
  });

  it('reads a wished end as the next time a clock shows it', () => {
    expect(minutesUntil('19:00', '20:45')).toBe(105);
    expect(minutesUntil('22:30', '00:15')).toBe(105);
    expect(minutesUntil('19:00', '')).toBeNull();
  });

  it('counts welcome, panel and free talk', () => {
    const evening = settings({ welcomeMinutes: 5, panelMinutes: 20, freeTalkMinutes: 15 });
    expect(say(eveningSum(evening, '21:20'))).toBe(
      '5 of welcome, 20 of panel, 6 rounds of 15 with 2 to move, 15 of free talk = 140 minutes, ends 21:20',
    );
    expect(plannedEnd(evening)).toBe(at(140));
  });

  it('leaves out what there is not', () => {
    expect(say(eveningSum(settings({ rounds: 1, changeoverMinutes: 0 }), '19:15'))).toBe(
      '1 round of 15 = 15 minutes, ends 19:15',
    );
    expect(say(eveningSum(settings({ breakAfterRound: 6 }), '20:40'))).not.toContain('break');
  });
});

describe('the form', () => {
  it('reads back what it shows', () => {
    const evening = settings({
      ...{ breakAfterRound: 2, whoMoves: 'mentors', boundary: 'hold', talkBegins: 'hold' },
      ...{ welcomeMinutes: 5, panelMinutes: 20, freeTalkMinutes: 120 },
    });
    expect(settingsOf(draftOf(evening))).toEqual({ ok: true, settings: evening });
  });

  it('names every field that does not fit', () => {
    const read = settingsOf({
      ...draftOf(settings()),
      name: ' ',
      rounds: '21',
      roundMinutes: '7.5',
      changeoverMinutes: '',
      panelMinutes: '121',
      date: '',
    });
    expect(read.ok || Object.keys(read.errors).sort()).toEqual([
      'changeoverMinutes',
      'date',
      'name',
      'panelMinutes',
      'roundMinutes',
      'rounds',
    ]);
  });

  it('says that a year is none of an evening', () => {
    const read = settingsOf({ ...draftOf(settings()), date: '1926-11-22' });
    expect(read).toEqual({ ok: false, errors: { date: 'set-up.error.year' } });
  });

  it('a break after the last round is none, and its minutes do not matter then', () => {
    const read = settingsOf({ ...draftOf(settings({ rounds: 3 })), breakAfterRound: '3', breakMinutes: '' });
    expect(read).toMatchObject({ ok: true, settings: { breakAfterRound: 0 } });
  });
});

describe('the checklist', () => {
  const mentor = person('Grace Oduya', { role: 'mentor' });
  const links = { join: '', display: '' };
  const ready = { settings: settings(), tables: [table(1, { mentors: [mentor.id] })], publishedPlan: 1, links };
  const people = [mentor, person('Aisha Karim')];
  const missing = (...args: Parameters<typeof checklist>): string[] =>
    checklist(...args)
      .filter(({ done }) => !done)
      .map(({ line }) => say(line));

  it('has nothing to say when all is there', () => {
    expect(missing(ready, people, { version: 1, outdated: false }, at(-60))).toEqual([]);
  });

  it('names everything that is missing at the beginning', () => {
    expect(missing({ ...ready, tables: [], publishedPlan: 0 }, [], null, at(-60))).toEqual([
      'No students yet',
      'No mentors yet',
      'No tables yet',
      'No plan yet',
    ]);
  });

  it('sees tables without mentors, too few seats, a passed start and a plan that is not published', () => {
    const tables = [table(1, { mentors: [mentor.id], seats: 1 }), table(2, { seats: 0 })];
    const crowd = [...people, person('Ben Patel')];
    expect(missing({ ...ready, tables, publishedPlan: 0 }, crowd, { version: 1, outdated: false }, NINETEEN)).toEqual([
      'The planned start has passed',
      '1 of 2 tables have a mentor',
      '1 seat for 2 students',
      'The plan is not published yet',
    ]);
  });

  it('an outdated plan is missing, a newer draft is only mentioned', () => {
    expect(missing(ready, people, { version: 1, outdated: true }, at(-60))).toHaveLength(1);
    const items = checklist(ready, people, { version: 2, outdated: false }, at(-60));
    expect(items.at(-1)).toMatchObject({ done: true, line: { id: 'check.plan.newer-draft' } });
  });
});
