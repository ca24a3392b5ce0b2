import { ACCESS } from '@lapwing/shared/protocol/access';
import { describe, expect, it } from 'vitest';
import { eveningOfPicks, MINUTE, SAID } from '../../support/evening-of-picks.ts';

/** Everything that can be read of an evening or of oneself. */
const readable = (door: 'console' | 'own'): string[] =>
  Object.entries(ACCESS)
    .filter(([route, access]) => access.door === door && route.startsWith('GET ') && !/live$|socket$/u.test(route))
    .map(([route]) => route.split(' ')[1] ?? '');

describe('H4 until the last bell', () => {
  it('nobody reads by any route, socket or file what somebody else picked', async () => {
    const { t, evening, ada, ann, bob, max, phones, say } = await eveningOfPicks();
    const phone = (who: typeof ann) => phones.get(who.id) ?? t.stranger();
    const display = await evening.display();
    const sockets = await Promise.all([
      t.socket(`/me/${max.id}/live`, phone(max)),
      t.socket(`/me/${bob.id}/live`, phone(bob)),
      t.socket(`${evening.displayUrl()}/live`, display),
      t.socket(`${evening.url}/socket`, ada),
    ]);
    for (const socket of sockets) await socket.settled();
    // without the exchanges of the clock
    const told = (): number[] => sockets.map(({ texts }) => texts.filter((text) => !text.includes('"t":"c"')).length);
    const before = told();
    const word = { star: true, line: SAID } as const;
    await say(ann, max, word);
    await say(max, ann, { ...word, wish: 'pass-on' });
    const answers: string[] = [];
    for (const path of readable('console')) {
      const url = path
        .replace(':eventId', evening.id)
        .replace(':attendeeId', ann.id)
        .replace(/:[a-zA-Z]+/gu, '1');
      answers.push((await ada.get(url)).body);
    }
    for (const path of readable('own')) {
      if (path.includes(':displayId'))
        answers.push(
          (await display.get(path.replace(':displayId', evening.displayUrl().split('/').at(-1) ?? ''))).body,
        );
      // of oneself, the other one by their own page, and both by the page of the other
      else
        for (const [who, whose] of [
          [bob, bob],
          [bob, ann],
          [max, ann],
          [ann, max],
        ] as const)
          answers.push((await phone(who).get(path.replace(':attendeeId', whose.id).replace(':language', 'en'))).body);
    }
    for (const socket of sockets) await socket.settled();
    expect(answers.length).toBeGreaterThan(60);
    expect([...answers, ...sockets.flatMap(({ texts }) => texts)].filter((text) => text.includes(SAID))).toEqual([]);
    expect(told(), 'not even that something was said').toEqual(before);
    expect((await phone(ann).get(`/me/${ann.id}/picks`)).body, 'so that the test can fail').toContain(SAID);
  });

  it('the answer to a pick is the same whatever the other side said, and so is one’s page', async () => {
    const { t, ann, bob, max, say, own } = await eveningOfPicks();
    await say(max, ann);
    await say(max, bob, { wish: 'not-now' });
    const at = Math.floor(t.clock.now());
    const [one, other] = [await say(ann, max, { at }), await say(bob, max, { at })];
    expect(one.body).toBe(other.body);
    expect(JSON.stringify(await own(ann))).toBe(JSON.stringify(await own(bob)));
    t.clock.advance(20 * MINUTE);
    expect((await own(ann)).after, 'also between the rounds').toBeNull();
  });
});
