import { plannedEnd } from '@lapwing/shared/event/event';
import type { Staff } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { listDisplays } from '../../../server/src/db/repositories/displays.ts';
import { adoptNewKey, displayLink } from '../../../server/src/services/link-service.ts';
import { makeEvening, opened, partsOfLink, SETTINGS } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const DAY = 86_400_000;

async function hall() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const link = async (): Promise<string> => {
    const event = t.services.evenings.get(evening.id)?.event;
    if (!event) throw new Error('no such event');
    return displayLink(t.services, event);
  };
  const live = async (caller: Caller) => t.socket(`${partsOfLink(await link()).path}/live`, caller);
  const sees = async (caller: Caller): Promise<number> =>
    (await caller.get(`${partsOfLink(await link()).path}/opening`)).statusCode;
  const screens = () => listDisplays(t.db, evening.id);
  return { t, ada, evening, link, live, sees, screens };
}

describe('L4 and L7 the link of a display', () => {
  it('ends a week after the evening, also where a screen listens; a new one lives a week more', async () => {
    const { t, evening, link, live, sees } = await hall();
    const wall = await evening.display();
    const old = await link();
    t.clock.leap(plannedEnd(SETTINGS) + 7 * DAY - t.clock.now() - 1_000);
    const socket = await live(wall);
    expect(await sees(wall)).toBe(200);
    t.clock.advance(3_000);
    expect(await socket.closed).toEqual({ code: 4401, reason: 'ended' });
    expect(await sees(wall)).toBe(404);
    await expect(opened(t.stranger(), old)).rejects.toThrow('link-invalid');
    const again = await t.organiser();
    expect((await again.post(`${evening.url}/display-link/renew`)).statusCode).toBe(204);
    expect(await sees(await opened(t.stranger(), await link()))).toBe(200);
  });

  it('is taken back from one screen: the others go on, and neither it nor whoever has the old link comes back', async () => {
    const { t, ada, evening, link, live, sees, screens } = await hall();
    const [left, right] = [await evening.display(), await evening.display()];
    const old = await link();
    const [dark, bright] = [await live(left), await live(right)];
    const [first] = screens();
    expect((await ada.post(`${evening.url}/displays/${first?.id}/take-back`)).statusCode).toBe(204);
    expect(await dark.closed).toEqual({ code: 4401, reason: 'renewed' });
    await bright.settled();
    expect([await sees(left), await sees(right), screens().length]).toEqual([404, 200, 1]);
    await expect(opened(left, old)).rejects.toThrow('link-invalid');
    expect(await link()).not.toBe(old);
    await opened(left, await link());
    expect(await sees(left)).toBe(200);
    const { lines } = (await ada.get(`${evening.url}/audit`)).json<{ lines: { act: string }[] }>();
    expect(lines.map(({ act }) => act)).toContain('display-taken-back');
    expect((await t.stranger().post(`${evening.url}/display-link/renew`)).statusCode).toBe(401);
  });

  it('is made anew for all: every screen goes dark, no phone does, and the console lists none', async () => {
    const { t, ada, evening, link, live, sees, screens } = await hall();
    const wall = await evening.display();
    const [person] = evening.students;
    if (!person) throw new Error('a student is needed');
    const phone = await evening.phone(person);
    const old = await link();
    const [socket, console] = [await live(wall), await t.socket(`${evening.url}/socket`, ada)];
    expect((await ada.post(`${evening.url}/display-link/renew`)).statusCode).toBe(204);
    expect((await socket.closed).code).toBe(4401);
    await console.settled();
    const heard = console.texts.map((text) => JSON.parse(text) as Staff).filter(({ t: kind }) => kind === 'staff');
    expect(heard.at(-1)?.displays).toEqual([]);
    expect([await sees(wall), screens(), (await phone.get(`/me/${person.id}/opening`)).statusCode]).toEqual([
      404,
      [],
      200,
    ]);
    await expect(opened(t.stranger(), old)).rejects.toThrow('link-invalid');
    expect(await sees(await opened(t.stranger(), await link()))).toBe(200);
  });

  it('of another event, or of a screen that is not there, changes nothing', async () => {
    const { t, ada, evening, link, screens } = await hall();
    const other = await makeEvening(t);
    const wall = await evening.display();
    await wall.get(`${partsOfLink(await link()).path}/opening`);
    const [screen] = screens();
    const old = await link();
    for (const url of [`${other.url}/displays/${screen?.id}/take-back`, `${evening.url}/displays/missing/take-back`])
      expect((await ada.post(url)).statusCode).toBe(404);
    expect(await link()).toBe(old);
  });

  it('that was taken back stays so when the key file is another', async () => {
    const { t, ada, evening, link } = await hall();
    const old = await link();
    await ada.post(`${evening.url}/display-link/renew`);
    const linkSecret = (...parts: unknown[]) => `new ${parts}`;
    adoptNewKey({ ...t.services, secrets: { ...t.services.secrets, linkSecret } });
    await expect(opened(t.stranger(), old)).rejects.toThrow('link-invalid');
    const { path, id } = partsOfLink(old);
    expect((await t.stranger().post(`${path}/session`, { secret: `new display,${id},2` })).statusCode).toBe(204);
    expect((await t.stranger().post(`${path}/session`, { secret: `new display,${id},1` })).statusCode).toBe(404);
  });
});
