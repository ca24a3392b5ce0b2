import type { Attendee } from '@lapwing/shared/event/roster';
import { instant } from '@lapwing/shared/kernel/time';
import type { OwnPicks, Pick } from '@lapwing/shared/protocol/introductions-api';
import { describe, expect, it } from 'vitest';
import { findAttendee } from '../../../server/src/db/repositories/attendees.ts';
import { savePick } from '../../../server/src/db/repositories/picks.ts';
import { forgetWords } from '../../../server/src/db/retention.ts';
import { block } from '../../../server/src/services/block-service.ts';
import type { OwnData } from '../../../server/src/services/own-data.ts';
import { changePrivacy } from '../../../server/src/services/retention-service.ts';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { eveningOfPicks, LAST_BELL, MINUTE, SAID } from '../../support/evening-of-picks.ts';
import { testApp } from '../../support/test-app.ts';

const statusOf = async (answer: Promise<{ statusCode: number }>): Promise<number> => (await answer).statusCode;

describe('a pick', () => {
  it('H1 is kept as it was said, once however often it is sent; the later word counts, whichever comes first', async () => {
    const { t, ann, max, say, own } = await eveningOfPicks();
    const said = {
      star: true,
      wish: 'introduce',
      line: 'Your first job',
      to: null,
      at: Math.floor(t.clock.now()),
    } as const;
    for (let time = 0; time < 3; time++) {
      const answer = await say(ann, max, said);
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.json()).toEqual(said);
    }
    const late = await say(ann, max, { ...said, wish: 'not-now', at: said.at - 5_000 });
    expect(late.json(), 'an older word from another device').toEqual(said);
    t.clock.advance(1_000);
    const ahead = await say(ann, max, { ...said, line: '  Your \n second\tjob ', at: said.at + 86_400_000 });
    expect(ahead.json<Pick>(), 'a clock that runs ahead').toMatchObject({
      line: 'Your second job',
      at: said.at + 1_000,
    });
    t.clock.advance(1_000);
    const back = { star: false, wish: null, line: 'nothing', to: null };
    expect((await say(ann, max, back)).json()).toMatchObject({ star: false, wish: null, line: '' });
    expect((await own(ann)).picks).toMatchObject([{ about: max.id, pick: { star: false, wish: null } }]);
  });

  it('H2 is about somebody of the other role whom one met at a table that has talked', async () => {
    const { t, evening, ada, ann, bob, max, notYet, say } = await eveningOfPicks();
    for (const about of [bob.id, ann.id, 'missing'])
      expect(await statusOf(say(ann, { id: about } as Attendee))).toBe(404);
    expect((await say(ann, notYet)).json()).toMatchObject({ error: { code: 'not-now' } });
    expect(await statusOf(say(ann, max))).toBe(200);
    expect(await statusOf(say(max, ann)), 'mentors on the same footing').toBe(200);
    await evening.press(ada, { kind: 'moveNow' });
    t.clock.advance(3 * MINUTE);
    expect(await statusOf(say(ann, notYet)), 'they sit together now').toBe(200);
  });

  it('is refused where it says too much, or nothing that can be', async () => {
    const { ann, max, mia, say } = await eveningOfPicks();
    for (const wrong of [
      { line: 'x'.repeat(201) },
      { wish: 'hug' },
      { at: -1 },
      { wish: 'pass-on', to: mia.id },
      { also: 1 },
    ])
      expect(await statusOf(say(ann, max, wrong as object)), JSON.stringify(wrong)).toBe(400);
    for (const to of [max.id, ann.id, 'missing'])
      expect((await say(max, ann, { wish: 'pass-on', to: to as never })).json()).toMatchObject({
        error: { details: { field: 'to' } },
      });
    expect(await statusOf(say(max, ann, { wish: 'pass-on', to: mia.id }))).toBe(200);
  });

  it('H9 at an evening with people under 18 is a star and no more, and at one that is cancelled nothing', async () => {
    const { t, evening, ada, ann, max, say, own } = await eveningOfPicks();
    changePrivacy(t.services, evening.id, { under18: true });
    expect(await statusOf(say(ann, max, { wish: null, star: true }))).toBe(200);
    t.clock.advance(1);
    expect((await say(ann, max)).json()).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await own(ann)).toMatchObject({ introductions: 'off', after: null });
    await evening.press(ada, { kind: 'finish' });
    expect(await own(ann)).toMatchObject({ introductions: 'off', after: null });
    changePrivacy(t.services, evening.id, { under18: false });
    expect((await own(ann)).after).not.toBeNull();
    t.db.$client.prepare('UPDATE events SET cancelled_at = 1').run();
    t.clock.advance(1);
    expect((await say(ann, max)).json()).toMatchObject({ error: { code: 'event-cancelled' } });
  });

  it('H12 can be said until the links end', async () => {
    const { t, evening, ada, ann, max, say, own, untilEnd } = await eveningOfPicks();
    await evening.press(ada, { kind: 'finish' });
    const { after } = await own(ann);
    expect(after?.until).toBe(untilEnd);
    t.clock.leap(untilEnd - t.clock.now() - 1);
    expect(await statusOf(say(ann, max))).toBe(200);
  });
});

describe('after the last bell', () => {
  it('H3 and H5 requests are seen with name, round and line, never a star, and no address', async () => {
    const { t, evening, ada, ann, bob, max, say, own } = await eveningOfPicks();
    await say(ann, max, { line: SAID });
    await say(bob, max, { wish: null, star: true, line: SAID });
    expect((await own(max)).after).toBeNull();
    await evening.press(ada, { kind: 'finish' });
    const { after } = await own(max);
    expect(after).toMatchObject({ at: Math.floor(t.clock.now()) });
    expect(after?.requests).toEqual([
      { from: ann.id, name: 'Student1', about: '', round: 1, line: SAID, answer: null },
    ]);
    expect(JSON.stringify(after)).not.toContain('@');
    expect((await own(ann)).after?.standings).toEqual([{ about: max.id, stands: 'asked', passedTo: null }]);
    await evening.press(ada, { kind: 'undo' });
    expect((await own(max)).after, 'an undo seals them again').toBeNull();
  });

  it('H3 and L33 a mentor reads of two who share a first name by the names that their card gives', async () => {
    const { t, evening, ada, ann, bob, max, say, own } = await eveningOfPicks();
    for (const [one, name] of [
      [ann, 'Bilal Karim'],
      [bob, 'Bilal Mensah'],
    ] as const)
      expect(changePerson(t.services, evening.id, one.id, { name }, 'Ada').ok).toBe(true);
    await say(ann, max, { line: SAID });
    await evening.press(ada, { kind: 'finish' });
    const [request] = (await own(max)).after?.requests ?? [];
    expect(request?.name).toBe('Bilal\u00a0K.');
    const meets = t.services.evenings.card(evening.id, max.id)?.rounds[0]?.meets ?? [];
    expect(meets.find(({ id }) => id === ann.id)?.name).toBe(request?.name);
    changePrivacy(t.services, evening.id, { under18: true });
    const young = t.services.evenings.card(evening.id, max.id)?.rounds[0]?.meets ?? [];
    expect(young.find(({ id }) => id === ann.id)?.name).toBe(`Bilal\u00a0(${ann.badgeCode})`);
  });

  it('H5 a not now looks like a request that waits, until the next morning', async () => {
    const { t, evening, ada, ann, max, say, own, morning } = await eveningOfPicks();
    await say(ann, max);
    await evening.press(ada, { kind: 'finish' });
    const waits = (await own(ann)).after;
    await say(max, ann, { wish: 'not-now' });
    expect((await own(ann)).after).toEqual(waits);
    expect((await own(max)).after?.requests).toMatchObject([{ answer: 'not-now' }]);
    t.clock.leap(morning - t.clock.now());
    expect((await own(ann)).after?.standings).toMatchObject([{ stands: 'declined' }]);
  });

  it('H7 and H8 who both want it confirm, or wait; each is told what is missing on their own side alone', async () => {
    const { t, evening, ada, ann, max, say, own, agree } = await eveningOfPicks();
    await say(ann, max);
    await say(max, ann);
    t.clock.advance(1);
    await evening.press(ada, { kind: 'finish' });
    expect((await own(ann)).after).toMatchObject({ missing: ['consent'], standings: [{ stands: 'confirm' }] });
    await agree(ann);
    expect(await own(ann)).toMatchObject({ introductions: 'agreed', after: { missing: [] } });
    expect((await own(max)).after).toMatchObject({ missing: ['consent'], limit: { perMonth: 2, taken: 0 } });
    t.clock.advance(1);
    await say(ann, max);
    expect((await own(ann)).after?.standings, 'said again').toMatchObject([{ stands: 'agreed' }]);
    expect((await own(max)).after?.standings).toMatchObject([{ stands: 'confirm' }]);
    t.clock.advance(10 * MINUTE);
    expect((await own(max)).after?.standings, 'silence confirms').toMatchObject([{ stands: 'agreed' }]);
  });

  it('H9 who is kept from somebody hears nothing of them', async () => {
    const { t, evening, ada, ann, max, say, own } = await eveningOfPicks();
    block(t.services, evening.id, ann.id, max.id);
    await say(ann, max);
    await say(max, ann);
    await evening.press(ada, { kind: 'finish' });
    for (const one of [ann, max])
      expect((await own(one)).after).toMatchObject({ requests: [], standings: [{ stands: 'asked' }] });
  });

  it('H9 an address that somebody typed for another is none that anybody has shown to be theirs', async () => {
    const { t, evening, ada, ann, own } = await eveningOfPicks();
    await evening.press(ada, { kind: 'finish' });
    t.db.$client.prepare('UPDATE attendees SET unconfirmed = 1 WHERE id = ?').run(ann.id);
    expect((await own(ann)).after?.missing).toEqual(['consent', 'proof']);
    changePerson(t.services, evening.id, ann.id, { email: '' }, 'Ada');
    expect((await own(ann)).after?.missing).toEqual(['consent', 'address']);
  });

  it('H10 a mentor says how many, up to twenty; a student does not', async () => {
    const { t, evening, ada, ann, max, phones, own } = await eveningOfPicks();
    await evening.press(ada, { kind: 'finish' });
    const put = async (who: Attendee, body: object) =>
      (await phones.get(who.id))?.put(`/me/${who.id}/introductions`, body);
    expect((await put(max, { perMonth: 12 }))?.json<OwnPicks>().after?.limit).toEqual({ perMonth: 12, taken: 0 });
    expect(findAttendee(t.db, evening.id, max.id)?.registration.introductionsPerMonth).toBe(12);
    expect((await put(max, { perMonth: 21 }))?.statusCode).toBe(400);
    expect((await put(max, {}))?.statusCode).toBe(400);
    expect((await put(ann, { perMonth: 1 }))?.statusCode).toBe(400);
    const details = await phones.get(max.id)?.get(`/me/${max.id}/details`);
    expect(details?.json()).toMatchObject({ mentor: { introductionsPerMonth: 12 } });
    expect((await own(max)).after?.limit?.perMonth).toBe(12);
  });

  it('H13 and H14 who is passed on reads to whom and by whom, and may ask them; before the bell it opens nothing', async () => {
    const { t, evening, ada, ann, max, notYet, say, own } = await eveningOfPicks();
    await say(ann, max, { line: SAID });
    await say(max, ann, { wish: 'pass-on', to: notYet.id });
    expect((await say(ann, notYet)).json()).toMatchObject({ error: { code: 'not-now' } });
    await evening.press(ada, { kind: 'finish' });
    const seen = (await own(ann)).after;
    expect(seen?.standings).toMatchObject([
      { about: max.id, stands: 'passed-on', passedTo: { id: notYet.id, name: notYet.name } },
    ]);
    expect((await own(notYet)).after?.requests, 'nothing goes to the named person before they are asked').toEqual([]);
    expect((await own(max)).after?.colleagues.map(({ id }) => id)).toContain(notYet.id);
    t.clock.advance(1);
    expect(await statusOf(say(ann, notYet, { line: 'Max named you' }))).toBe(200);
    expect((await own(notYet)).after?.requests).toMatchObject([{ from: ann.id, round: 0, line: 'Max named you' }]);
    expect(await statusOf(say(notYet, ann))).toBe(200);
    expect(await statusOf(say(notYet, evening.students.at(-1) as Attendee)), 'nobody else').toBe(409);
  });

  it('H3 and H5 hints go to those alone who see something else now', async () => {
    const { t, evening, ada, ann, bob, max, phones, say } = await eveningOfPicks();
    const people = [ann, bob, max];
    const sockets = await Promise.all(
      people.map((one) => t.socket(`/me/${one.id}/live`, phones.get(one.id) ?? t.stranger())),
    );
    const console = await t.socket(`${evening.url}/socket`, ada);
    const heard = async (): Promise<number[]> => {
      for (const socket of [...sockets, console]) await socket.settled();
      return sockets.map(({ texts }) => texts.filter((text) => text === '{"t":"picks"}').length);
    };
    const changes = async (): Promise<number> => {
      await console.settled();
      return Number(
        /"changes":(\d+)/u.exec(console.texts.filter((text) => text.includes('"staff"')).at(-1) ?? '')?.[1],
      );
    };
    const before = await changes();
    await say(ann, max, { line: SAID });
    expect(await heard(), 'sealed').toEqual([0, 0, 0]);
    expect(await changes(), 'consoles hear nothing either').toBe(before);
    await evening.press(ada, { kind: 'finish' });
    const open = await changes();
    t.clock.advance(1);
    await say(bob, max, { wish: null, star: true });
    expect(await heard(), 'a star is seen by nobody').toEqual([0, 0, 0]);
    expect(await changes()).toBe(open);
    await say(max, ann, { wish: 'not-now' });
    expect(await heard(), 'of a no the other side hears nothing tonight').toEqual([0, 0, 1]);
    t.clock.advance(1);
    await say(max, ann, { wish: 'introduce' });
    expect(await heard()).toEqual([1, 0, 2]);
    expect(await changes()).toBeGreaterThan(open);
  });
});

describe('what was picked', () => {
  it('H17 stands in the file of who said it, and goes with them, with whom it is about, and with the names', async () => {
    const { t, evening, ada, ann, max, mia, phones, say } = await eveningOfPicks();
    await say(ann, max, { line: SAID });
    await say(max, ann, { line: `${SAID} back` });
    savePick(t.db, {
      ...{ eventId: evening.id, attendeeId: mia.id, about: ann.id, star: false, at: instant(1) },
      ...{ wish: 'pass-on', line: '', to: max.id },
    });
    const file = (await phones.get(ann.id)?.get(`/me/${ann.id}/data.json`))?.json<OwnData>();
    expect(file?.evenings[0]?.kept.picks).toMatchObject([{ wish: 'introduce', line: SAID, star: false }]);
    expect(JSON.stringify(file)).not.toContain(`${SAID} back`);
    await evening.press(ada, { kind: 'finish' });
    const open = (await phones.get(ann.id)?.get(`/me/${ann.id}/data.json`))?.json<OwnData>();
    expect(open?.evenings[0]?.requests, 'from the last bell on, what the page shows').toMatchObject([
      { from: max.id, line: `${SAID} back` },
    ]);
    const rows = (): unknown => t.db.$client.prepare('SELECT count(*) FROM picks').pluck().get();
    await ada.delete(`${evening.url}/people/${max.id}`);
    expect(rows()).toBe(1);
    expect(t.db.$client.prepare('SELECT to_attendee FROM picks').pluck().get()).toBeNull();
    expect(forgetWords(t.db, evening.id)).toBe(true);
    expect(rows()).toBe(0);
  });

  it('H4 waits for the last bell, whatever is on the agenda after it', async () => {
    const { t, evening, own, ann, start } = await eveningOfPicks({ settings: { freeTalkMinutes: 30 } }, false);
    await start();
    t.clock.leap(LAST_BELL - 2);
    expect((await own(ann)).after).toBeNull();
    t.clock.leap(2 * MINUTE);
    const bell = (await own(ann)).after?.at;
    expect(evening.moment().phase.kind).toBe('agenda');
    t.clock.leap(31 * MINUTE);
    expect(evening.moment().phase.kind).toBe('finished');
    expect((await own(ann)).after?.at).toBe(bell);
    await t.close();
    const again = await testApp({ dataDir: t.dataDir, clock: t.clock });
    expect(again.db.$client.prepare('SELECT bell_at FROM event_introductions').pluck().get()).toBe(bell);
  });
});
