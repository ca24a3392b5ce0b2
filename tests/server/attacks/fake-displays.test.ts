import type { ConnectedDisplay } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { displays } from '../../../server/src/db/schema.ts';
import { MOST_UNCONFIRMED } from '../../../server/src/services/display-service.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { TestSocket } from '../../support/test-socket.ts';

async function hall() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const screen = async (): Promise<TestSocket> => t.socket(`${evening.displayUrl()}/live`, await evening.display());
  const many = (count: number): Promise<TestSocket[]> => Promise.all(Array.from({ length: count }, screen));
  const rows = () => t.db.select().from(displays).all();
  const listed = (): readonly ConnectedDisplay[] => t.services.evenings.staff(evening.id).displays;
  const unlisted = (): number => t.services.evenings.staff(evening.id).unlisted;
  return { t, ada, evening, screen, many, rows, listed, unlisted };
}

describe('L7 whoever has the link of a display', () => {
  it('writes nothing by opening its page, however often', async () => {
    const { evening, rows } = await hall();
    for (let nth = 0; nth < 3; nth += 1) {
      const opening = await (await evening.display()).get(`${evening.displayUrl()}/opening`);
      expect(opening.json<{ display: { name: string } }>().display.name).toBe('Display 1');
    }
    expect(rows()).toEqual([]);
  });

  it('fills no list: so many are listed that nobody confirmed, and of the others the console hears how many', async () => {
    const { ada, evening, many, screen, rows, listed, unlisted } = await hall();
    await many(MOST_UNCONFIRMED);
    const more = await screen();
    expect(more.last('display').name, 'it shows the evening like any other').toBe(`Display ${MOST_UNCONFIRMED + 1}`);
    expect([rows().length, listed().length, unlisted()]).toEqual([MOST_UNCONFIRMED, MOST_UNCONFIRMED, 1]);
    const [first] = listed();
    await ada.put(`${evening.url}/displays/${first?.id}`, { name: 'Main wall', layout: 'auto' });
    expect((await more.closed).code, 'there is room: it comes again').toBe(1012);
    await screen();
    expect([rows().length, unlisted()]).toEqual([MOST_UNCONFIRMED + 1, 0]);
  });

  it('leaves nothing of a screen that goes: it is missed for half an hour, and one that is confirmed stays', async () => {
    const { t, ada, evening, screen, listed } = await hall();
    const [wall, fake] = [await screen(), await screen()];
    const [first] = listed();
    await ada.put(`${evening.url}/displays/${first?.id}`, { name: 'Main wall', layout: 'auto' });
    for (const one of [wall, fake]) {
      one.socket.close();
      await one.closed;
    }
    await expect.poll(() => listed().filter(({ lostSince }) => lostSince !== null).length).toBe(2);
    t.clock.advance(29 * 60_000);
    expect(listed()).toHaveLength(2);
    t.clock.advance(2 * 60_000);
    expect(listed().map(({ name }) => name)).toEqual(['Main wall']);
  });

  it('pushes out no screen that listens: of those in the dark the oldest goes', async () => {
    const { many, screen, listed, unlisted } = await hall();
    const all = await many(MOST_UNCONFIRMED);
    const [gone] = all;
    gone?.socket.close();
    await gone?.closed;
    await expect.poll(() => listed().filter(({ lostSince }) => lostSince !== null).length).toBe(1);
    await screen();
    expect([listed().length, unlisted()]).toEqual([MOST_UNCONFIRMED, 0]);
    expect(listed().every(({ lostSince }) => lostSince === null)).toBe(true);
  });
});
