import { describe, expect, it } from 'vitest';
import { inventedStudent } from '../../server/src/demo/invented-people.ts';
import { changePerson } from '../../server/src/services/roster-service.ts';
import { type Ready, readyFor, startOutput } from '../../server/src/start-output.ts';
import { makeEvening, partsOfLink, SETTINGS, type TestEvening } from '../support/evening-builder.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

const CONSOLE = 'http://localhost:3000/#one-time-secret';

/** As the demo makes them. */
function inventAll(t: TestApp, { id, students }: TestEvening): void {
  for (const [index, person] of students.entries()) {
    const { email } = inventedStudent(index);
    changePerson(t.services, id, person.id, { email }, 'Ada');
  }
}

describe('what the terminal shows', () => {
  it('ends with one line of JSON for scripts', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    inventAll(t, evening);
    evening.checkIn(...evening.students.slice(2, 3));
    const ready = readyFor(t.services, CONSOLE);
    const output = startOutput(ready, true);
    const last = output.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toEqual(ready);
    for (const address of [ready.console, ready.display, ready.join, ...ready.phones])
      expect(output).toContain(address);
    expect(output).toMatch(/[▀▄█]/u);
    expect(output).toContain('Plain http');
    expect(startOutput({ ...ready, console: 'https://night.example.org/#x' }, true)).not.toContain('Plain http');
  });

  it('gives links that open: the phones of two students, first of one who is here', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    expect(readyFor(t.services, CONSOLE).phones, 'links of real people stay out of the log').toEqual([]);
    inventAll(t, evening);
    const here = evening.students[2];
    if (!here) throw new Error('a student is needed');
    evening.checkIn(here);
    const { phones, display } = readyFor(t.services, CONSOLE);
    expect(partsOfLink(phones[0] ?? '').id).toBe(here.id);
    for (const link of [...phones, display ?? '']) {
      const { path, secret } = partsOfLink(link);
      expect((await t.stranger().post(`${path}/session`, { secret })).statusCode).toBeLessThan(300);
    }
    expect(new Set(phones).size, 'two different people').toBe(2);
  });

  it('is about tonight: the evening that runs, else the next, else the last', async () => {
    const t = await testApp();
    const nothing: Ready = { ready: true, console: CONSOLE, display: null, join: null, phones: [] };
    expect(readyFor(t.services, CONSOLE)).toEqual(nothing);
    expect(startOutput(nothing, false)).not.toMatch(/Display|Join|Scan|Phone {3}/u);
    const inDays = (days: number) =>
      makeEvening(t, { settings: { startsAt: (SETTINGS.startsAt + days * 86_400_000) as typeof SETTINGS.startsAt } });
    const shown = (): string | null => readyFor(t.services, CONSOLE).display;
    const last = await inDays(-3);
    expect(shown()).toContain(last.displayUrl());
    const later = await inDays(9);
    const next = await inDays(2);
    expect(shown()).toContain(next.displayUrl());
    await later.start(await t.organiser());
    expect(shown()).toContain(later.displayUrl());
  });
});
