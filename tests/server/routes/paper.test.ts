import type { Paper } from '@lapwing/shared/paper/sheets';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const SHEETS = ['tables', 'people', 'run'] as const;

async function room() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const now = (): number => Math.floor(t.clock.now());
  const url = `${evening.url}/prints`;
  return {
    ...{ t, ada, evening, now },
    paper: async () => (await ada.get(url)).json<Paper>(),
    print: (sheets: readonly object[], inUse = true, who = ada) => who.put(url, { sheets, inUse }),
    printBadges: (badges: readonly object[]) => ada.put(url, { sheets: [], badges, inUse: true }),
  };
}

describe('the paper in the room', () => {
  it('is none at first, then what was printed, by whom and when', async () => {
    const { paper, print, now } = await room();
    expect(await paper()).toEqual({ sheets: [], badges: [], inUse: true });
    const at = now() - 3_000;
    expect((await print(SHEETS.map((sheet) => ({ sheet, planVersion: 1, at })))).statusCode).toBe(204);
    expect(await paper()).toEqual({
      sheets: SHEETS.map((sheet) => ({ sheet, planVersion: 1, at, by: 'Ada', mark: '' })),
      ...{ badges: [], inUse: true },
    });
  });

  it('said twice is said once: consoles hear of it once, and who printed it stays', async () => {
    const { t, ada, evening, paper, print, now } = await room();
    const mei = await t.organiser('Mei');
    const console = await t.socket(`${evening.url}/socket`, ada);
    const before = console.last('staff')?.changes ?? 0;
    const sheets = [{ sheet: 'run', planVersion: 1, at: now() - 1 }];
    for (const who of [ada, ada, mei]) await print(sheets, true, who);
    await console.until('staff', ({ changes }) => changes > before);
    await console.settled();
    expect(console.last('staff')?.changes).toBe(before + 1);
    expect((await paper()).sheets).toMatchObject([{ sheet: 'run', by: 'Ada' }]);
  });

  it('sheets that are not named stay; one that was not printed after all goes back to what it was', async () => {
    const { paper, print, now } = await room();
    const at = now() - 60_000;
    await print([{ sheet: 'run', planVersion: 1, at }]);
    await print([{ sheet: 'people', planVersion: 1, at: at + 1 }]);
    await print([{ sheet: 'people', planVersion: 0, at }]);
    expect((await paper()).sheets).toMatchObject([{ sheet: 'run', at }]);
  });

  it('“we use no paper” is remembered with what was printed, and taken back', async () => {
    const { evening, paper, print, now } = await room();
    await print([{ sheet: 'run', planVersion: 1, at: now() }]);
    const version = evening.version();
    for (let time = 0; time < 2; time++) await print([], false);
    expect(await paper()).toMatchObject({ sheets: [{ sheet: 'run', planVersion: 1 }], inUse: false });
    await print([]);
    expect(await paper()).toMatchObject({ sheets: [{ sheet: 'run' }], inUse: true });
    expect(evening.version(), 'a fact raises no version').toBe(version);
  });

  it('is of a plan that is kept, and never of the future', async () => {
    const { paper, print, now } = await room();
    const at = now();
    const sheets = [
      { sheet: 'run', planVersion: 1, at },
      { sheet: 'people', planVersion: 9, at },
    ];
    const wrong = await print(sheets);
    expect(wrong.json()).toEqual({ error: { code: 'plan-missing' } });
    expect((await paper()).sheets, 'all or nothing').toEqual([]);
    await print([{ sheet: 'run', planVersion: 1, at: at + 86_400_000 }]);
    expect((await paper()).sheets).toMatchObject([{ at: now() }]);
  });

  it('other sheets, other fields and nobody’s sheets are refused', async () => {
    const { t, ada, evening, print, now } = await room();
    for (const sheet of ['posters', 'none', 'Run', ''])
      expect((await print([{ sheet, planVersion: 1, at: now() }])).statusCode, sheet).toBe(400);
    expect((await print([{ sheet: 'run', planVersion: -1, at: now() }])).statusCode).toBe(400);
    expect((await ada.put(`${evening.url}/prints`, { sheets: [] })).statusCode).toBe(400);
    expect((await t.stranger().get(`${evening.url}/prints`)).statusCode).toBe(401);
  });

  it('goes with its event', async () => {
    const { t, ada, evening, print, now } = await room();
    await print([{ sheet: 'run', planVersion: 1, at: now() }]);
    const copy = (await ada.post(`${evening.url}/copy`, {})).json<{ id: string }>();
    expect((await ada.get(`/api/events/${copy.id}/prints`)).json()).toEqual({ sheets: [], badges: [], inUse: true });
    await ada.delete(evening.url);
    expect((await ada.get(`${evening.url}/prints`)).statusCode).toBe(404);
    expect((await t.stranger().put(`${evening.url}/prints`, { sheets: [], inUse: true })).statusCode).toBe(401);
  });

  it('knows of each badge which plan it is of and what it says; a later print takes its place', async () => {
    const { evening, paper, printBadges, now } = await room();
    const [ann, bob] = evening.students.map(({ id }) => id);
    const at = now() - 9;
    const version = evening.version();
    const [first, second] = ['0123abcd 1:00000000', '0123abcd 1:11111111 20:22222222'];
    const badge = (attendeeId: string | undefined, mark: string, planVersion = 1) => ({
      ...{ attendeeId, planVersion, at, mark },
    });
    expect((await printBadges([badge(ann, first), badge(bob, first)])).statusCode).toBe(204);
    expect((await paper()).badges).toHaveLength(2);
    await printBadges([badge(ann, second)]);
    expect((await paper()).badges.find(({ attendeeId }) => attendeeId === ann)).toEqual(badge(ann, second));
    await printBadges([badge(bob, '', 0)]);
    expect((await paper()).badges).toEqual([badge(ann, second)]);
    expect(evening.version(), 'a fact raises no version').toBe(version);
  });

  it('a badge is somebody’s of this event, of a plan that is kept, and says no more than hashes', async () => {
    const { t, ada, evening, paper, printBadges, now } = await room();
    const stranger = (await makeEvening(t)).students[0]?.id;
    const [ann] = evening.students.map(({ id }) => id);
    const badge = { attendeeId: ann, planVersion: 1, at: now(), mark: '0123abcd' };
    for (const attendeeId of [stranger, 'nobody'])
      expect((await printBadges([{ ...badge, attendeeId }])).statusCode, 'gone meanwhile is no mistake').toBe(204);
    expect((await paper()).badges).toEqual([]);
    expect((await printBadges([badge, { ...badge, planVersion: 9 }])).json()).toEqual({
      error: { code: 'plan-missing' },
    });
    expect((await paper()).badges, 'all or nothing').toEqual([]);
    for (const mark of ['Ann Archer', '0123abcd 1:Ann', '0123ABCD', '0123abcd 100:00000000'])
      expect((await printBadges([{ ...badge, mark }])).statusCode, mark).toBe(400);
    expect((await printBadges(Array.from({ length: 501 }, () => badge))).statusCode).toBe(400);
    await printBadges([badge]);
    expect((await paper()).badges).toHaveLength(1);
    await ada.delete(`${evening.url}/people/${ann}`);
    expect((await paper()).badges.map(({ attendeeId }) => attendeeId)).not.toContain(ann);
  });

  it('of table cards keeps what they say', async () => {
    const { paper, print, now } = await room();
    const cards = { sheet: 'cards', planVersion: 1, at: now(), mark: '1:0123abcd 12:89abcdef' };
    expect((await print([cards])).statusCode).toBe(204);
    expect((await paper()).sheets).toMatchObject([cards]);
    expect((await print([{ ...cards, mark: 'Heron' }])).statusCode).toBe(400);
  });
});
