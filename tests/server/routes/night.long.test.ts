import { LEAD, type PersonCommand, type Phase } from '@lapwing/shared/live/state';
import type { LiveAnswer, LiveRefused, LogEntry } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { freshKey, makeEvening, type Size, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const MINUTE = 60_000;

interface Night {
  t: TestApp;
  ada: Caller;
  evening: TestEvening;
  /** Presses and answers with the phase that came of it, or with the refusal's code. */
  press(command: PersonCommand): Promise<Phase | string>;
}

async function started(size: Size = {}): Promise<Night> {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, size);
  await evening.start(ada);
  t.clock.advance(LEAD);
  const press: Night['press'] = async (command) => {
    const answer = await evening.press(ada, command);
    if (answer.statusCode === 200) return answer.json<LiveAnswer>().room.moment.phase;
    return answer.json<LiveRefused>().error.code;
  };
  return { t, ada, evening, press };
}

describe('a night over HTTP', () => {
  it('pauses, resumes, gives and takes minutes, goes on, is undone and ends', async () => {
    const { t, press, evening } = await started();
    const { endsAt } = evening.moment().phase as { endsAt: number };
    t.clock.advance(MINUTE);
    expect(await press({ kind: 'pause' })).toMatchObject({ kind: 'paused', remaining: 9 * MINUTE });
    t.clock.advance(MINUTE);
    expect(await press({ kind: 'pause' })).toBe('not-now');
    expect(await press({ kind: 'resume' })).toMatchObject({ kind: 'talking', round: 1, endsAt: endsAt + MINUTE });
    expect(await press({ kind: 'addMinutes', minutes: 2 })).toMatchObject({ endsAt: endsAt + 3 * MINUTE });
    expect(await press({ kind: 'addMinutes', minutes: -2 })).toMatchObject({ endsAt: endsAt + MINUTE });
    expect(await press({ kind: 'addMinutes', minutes: 0 })).toBe('bad-request');
    expect(await press({ kind: 'endRound' })).toMatchObject({ kind: 'timeUp', round: 1 });
    expect(await press({ kind: 'next' })).toMatchObject({
      kind: 'moving',
      round: 2,
      startsAt: Math.floor(t.clock.now()) + LEAD,
    });
    expect(await press({ kind: 'undo' })).toMatchObject({ kind: 'timeUp', round: 1 });
    expect(await press({ kind: 'undo' })).toMatchObject({ kind: 'talking', round: 1 });
    expect(await press({ kind: 'moveNow' })).toMatchObject({ kind: 'moving', round: 2 });
    expect(await press({ kind: 'moveNow' })).toBe('not-now');
    expect(await press({ kind: 'finish' })).toMatchObject({ kind: 'finished' });
    expect(await press({ kind: 'next' })).toBe('not-now');
    expect(await press({ kind: 'undo' })).toMatchObject({ kind: 'moving', round: 2 });
  });

  it('is logged with who pressed, what the clock did in nobody’s name, and what was undone', async () => {
    const { t, press, ada, evening } = await started();
    const bo = await t.organiser('Bo');
    await evening.press(bo, { kind: 'pause' });
    await press({ kind: 'undo' });
    t.clock.advance(10 * MINUTE);
    const log = (await ada.get(`${evening.url}/log`)).json<LogEntry[]>();
    expect(log.map(({ by, command, undone }) => [by, command.kind, undone])).toEqual([
      ['', 'timeUp', false],
      ['Ada', 'undo', false],
      ['Bo', 'pause', true],
      ['Ada', 'start', false],
      ['Ada', 'publish', false],
    ]);
    const stored = t.db.$client.prepare('SELECT typeof(at) AS kind FROM night_commands GROUP BY 1').all();
    expect(stored, 'instants are whole milliseconds').toEqual([{ kind: 'integer' }]);
  });

  it('moves the mentors where they move, through every round to the end', async () => {
    const { t, evening, press } = await started({
      settings: { whoMoves: 'mentors', boundary: 'hold', breakAfterRound: 2, changeoverMinutes: 1 },
    });
    const [ann] = evening.students;
    const [max] = evening.mentors;
    if (!ann || !max) throw new Error('people are needed');
    const tablesOf = async (person: typeof ann): Promise<(number | null)[]> => {
      const answer = await (await evening.phone(person)).get(`/me/${person.id}/opening`);
      return answer.json<{ card: { rounds: { table: number | null }[] } }>().card.rounds.map((round) => round.table);
    };
    expect(new Set(await tablesOf(ann)).size, 'a student keeps the seat').toBe(1);
    expect(new Set(await tablesOf(max)).size, 'a mentor goes round').toBe(3);
    const seen: string[] = [];
    for (let step = 0; evening.moment().phase.kind !== 'finished' && step < 20; step++) {
      t.clock.advance(30 * MINUTE);
      seen.push(evening.moment().phase.kind);
      await press({ kind: 'next' });
    }
    expect(seen).toEqual(['timeUp', 'timeUp', 'timeUp']);
    expect(evening.moment().begun).toHaveLength(3);
  });

  it('goes with no changeover, and with a single round', async () => {
    const quick = await started({ settings: { changeoverMinutes: 0 } });
    quick.t.clock.advance(10 * MINUTE);
    expect(quick.evening.moment().phase).toMatchObject({ kind: 'talking', round: 2 });
    const once = await started({ settings: { rounds: 1 } });
    expect(await once.press({ kind: 'moveNow' })).toBe('not-now');
    once.t.clock.advance(10 * MINUTE);
    expect(once.evening.moment().phase.kind).toBe('finished');
  });
});

describe('fingers in a hurry', () => {
  it('a double click with the same key is one press, also ten at once', async () => {
    const { ada, evening } = await started();
    const version = evening.version();
    const key = freshKey();
    const clicks = Array.from({ length: 10 }, () =>
      evening.press(ada, { kind: 'next' }, { key, expectedVersion: version }),
    );
    const answers = await Promise.all(clicks);
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(evening.version()).toBe(version + 1);
  });

  it('two clicks with keys of their own skip no round', async () => {
    const { ada, evening } = await started();
    const expectedVersion = evening.version();
    const clicks = [1, 2].map(() => evening.press(ada, { kind: 'next' }, { expectedVersion }));
    const answers = await Promise.all(clicks);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    const refused = answers.find((answer) => answer.statusCode === 409)?.json<LiveRefused>();
    expect(refused).toMatchObject({ error: { code: 'version-conflict' }, room: { v: expectedVersion + 1 } });
    expect(evening.moment().phase).toMatchObject({ kind: 'moving', round: 2 });
  });

  it('a key with another body is refused', async () => {
    const { ada, evening } = await started();
    const [key, expectedVersion] = [freshKey(), evening.version()];
    await evening.press(ada, { kind: 'pause' }, { key, expectedVersion });
    const other = await evening.press(ada, { kind: 'finish' }, { key, expectedVersion });
    expect([other.statusCode, other.json<LiveRefused>().error.code]).toEqual([422, 'key-reused']);
  });

  it('a body that is no press is refused', async () => {
    const { ada, evening } = await started();
    const good = { key: freshKey(), expectedVersion: evening.version(), command: { kind: 'pause' } };
    const bad = [
      { ...good, key: 'short' },
      { ...good, key: '../../../../etc/passwd' },
      { ...good, expectedVersion: -1 },
      { ...good, expectedVersion: '3' },
      { ...good, command: { kind: 'publish', planVersion: 1 } },
      { ...good, command: { kind: 'timeUp' } },
      { ...good, command: { kind: 'retime', timings: {} } },
      { ...good, command: { kind: 'pause', by: 'Eve' } },
      { ...good, command: { kind: 'addMinutes', minutes: 6 } },
      { ...good, by: 'Eve' },
      { ...good, command: null },
      [],
    ];
    for (const body of bad)
      expect((await ada.post(`${evening.url}/live`, body)).statusCode, JSON.stringify(body)).toBe(400);
    expect(evening.moment().phase.kind).toBe('talking');
  });

  it('two organisers: of 200 pairs of presses exactly one wins each time', async () => {
    const { t, ada, evening } = await started({ settings: { rounds: 20 } });
    const bo = await t.organiser('Bo');
    const pairs: [PersonCommand, PersonCommand][] = [
      [{ kind: 'pause' }, { kind: 'addMinutes', minutes: 1 }],
      [{ kind: 'next' }, { kind: 'undo' }],
    ];
    for (let round = 0; round < 200; round++) {
      const pair = pairs[round % pairs.length];
      if (!pair) continue;
      const expectedVersion = evening.version();
      const answers = await Promise.all([
        evening.press(ada, pair[0], { expectedVersion }),
        evening.press(bo, pair[1], { expectedVersion }),
      ]);
      expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
      expect(evening.version()).toBe(expectedVersion + 1);
    }
  });
});
