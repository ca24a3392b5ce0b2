import type { Attendee } from '@lapwing/shared/event/roster';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyEvent } from '../../../server/src/services/event-service.ts';
import { requestsLink } from '../../../server/src/services/requests-link.ts';
import { partsOfLink } from '../../support/evening-builder.ts';
import { type EveningOfPicks, eveningOfPicks, LAST_BELL, MINUTE, SAID } from '../../support/evening-of-picks.ts';
import { type MailServer, No } from '../../support/mail-server.ts';
import { delivered, later, mailerTo, mailServer, stored } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';

const HALL = { students: 12, mentors: 4, tables: 4, seats: 3 } as const;
const DAY = 86_400_000;

let server: MailServer;
let e: EveningOfPicks;
/** Two mentors whom Ann met, and one more student whom the first of them met. */
let max: Attendee;
let notYet: Attendee;
const refusedAddresses = new Set<string>();

const introductions = () =>
  e.t.db.$client.prepare('SELECT student_id, mentor_id, state, round FROM introductions ORDER BY made_at, rowid').all();
const to = (who: Attendee) => server.mails.filter((mail) => [mail.to].flat()[0]?.value[0]?.address === who.email);
/** Waits on the way for what was queued. */
const pass = async (ms: number): Promise<void> => {
  e.t.clock.leap(ms);
  await later(e.t, 0);
  await delivered(e.t);
};
const bellRings = (): void => e.t.clock.leap(LAST_BELL);
const limit = (who: Attendee, perMonth: number) =>
  e.phones.get(who.id)?.put(`/me/${who.id}/introductions`, { perMonth });
const metBy = (mentor: Attendee): Attendee[] => {
  const ids = (e.t.services.evenings.lines(e.evening.id).get(mentor.id) ?? []).flatMap(({ meets }) => meets);
  return e.evening.students.filter(({ id }) => ids.includes(id));
};

async function hall(options: Parameters<typeof eveningOfPicks>[2] = {}): Promise<void> {
  server = await mailServer({
    toRecipient: (address) => (refusedAddresses.has(address) ? new No(550, 'No such mailbox') : null),
  });
  e = await eveningOfPicks(HALL, true, { mailer: mailerTo(server.port), ...options });
  ({ max, notYet } = e);
}

beforeEach(async () => {
  refusedAddresses.clear();
  await hall();
});

describe('an introduction', () => {
  it('H8 and H15 goes to both, eleven minutes after the bell, with where they met, the lines, and answers to the other', async () => {
    const { ann, say, agree, own } = e;
    await say(ann, max, { line: `${SAID} {link}` });
    await say(max, ann);
    await agree(ann, max);
    bellRings();
    await pass(10 * MINUTE - MINUTE);
    expect(introductions()).toEqual([]);
    await pass(2 * MINUTE);
    expect(introductions()).toEqual([{ student_id: ann.id, mentor_id: max.id, state: 'released', round: 1 }]);
    expect(server.mails).toHaveLength(2);
    const [mail] = to(ann);
    expect(mail?.replyTo?.value).toEqual([{ address: max.email, name: '' }]);
    expect(to(max)[0]?.replyTo?.value).toEqual([{ address: ann.email, name: '' }]);
    expect(mail?.subject).toBe(`Introduction: ${max.name} (Careers Night)`);
    expect(mail?.text).toContain('Student1 Family1\nMentor');
    expect(mail?.text).toContain('in round 1 of Careers Night');
    expect(to(max)[0]?.text).toContain(`Student1 wrote: “${SAID}`);
    for (const { text } of server.mails) expect(text).not.toMatch(/http|\{link\}|#/u);
    expect((await own(ann)).after?.standings).toEqual([{ about: max.id, stands: 'sent', passedTo: null }]);
    await pass(DAY);
    expect(introductions(), 'once').toHaveLength(1);
    expect(server.mails).toHaveLength(2);
  });

  it('H8 goes a minute after both said it again, and a slip can be taken back', async () => {
    const { ann, bob, say, agree, t } = e;
    for (const one of [ann, bob]) {
      await say(one, max);
      await say(max, one);
    }
    await agree(ann, bob, max);
    bellRings();
    for (const one of [ann, bob]) {
      await say(one, max);
      await say(max, one);
    }
    await pass(MINUTE - 1);
    expect(introductions()).toEqual([]);
    await say(bob, max, { wish: null });
    await pass(2);
    expect(introductions()).toMatchObject([{ student_id: ann.id }]);
    expect(server.mails.length).toBe(2);
    await say(ann, max, { wish: 'not-now' });
    await pass(DAY);
    expect(introductions(), 'H11 what has gone out stays').toMatchObject([{ student_id: ann.id }]);
    expect(t.services.evenings.engine(e.evening.id)?.night.moment.phase.kind).toBe('finished');
  });

  it('H9 waits for what is missing, and goes when it is there; by the yes of the mail too', async () => {
    const { ann, say, agree, t } = e;
    await say(ann, max);
    await agree(ann);
    bellRings();
    await pass(70 * MINUTE);
    const [mail] = to(max);
    expect(mail?.subject).toBe('A student asks for you: Careers Night');
    const link = /https?:\S+/u.exec(mail?.text ?? '')?.[0] ?? '';
    const { path, secret } = partsOfLink(link);
    expect(link).toBe(requestsLink(t.services, e.evening.id, max.id));
    const opened = await t.stranger().post(path, { secret, language: 'en' });
    expect(opened.json()).toMatchObject({ state: 'open', requests: [{ from: ann.id, answer: null }] });
    expect(introductions()).toEqual([]);
    const said = await t.stranger().put(`${path}/${ann.id}`, { secret, language: 'de', wish: 'introduce', to: null });
    expect(said.json()).toMatchObject({ requests: [{ from: ann.id, answer: 'introduce' }] });
    await pass(2 * MINUTE);
    expect(introductions()).toHaveLength(1);
    expect(to(max)[1]?.text).toContain('ihr habt beide gesagt');
  });

  it('H9 is made with nobody who is kept from the other, has an address that somebody else typed, or is erased', async () => {
    const { ann, bob, say, agree, evening, t } = e;
    const [cat] = metBy(max).filter(({ id }) => id !== ann.id && id !== bob.id);
    if (!cat) throw new Error('a third student is needed');
    bellRings();
    for (const one of [ann, bob, cat]) {
      await say(one, max);
      await say(max, one);
      await agree(one);
    }
    await agree(max);
    await limit(max, 5);
    const ada = await t.organiser();
    await ada.put(`${evening.url}/blocks/${ann.id}/${max.id}`, {});
    t.db.$client.prepare('UPDATE attendees SET unproven = 1 WHERE id = ?').run(bob.id);
    await ada.delete(`${evening.url}/people/${cat.id}`);
    await pass(DAY);
    expect(introductions()).toEqual([]);
    expect(server.mails.filter(({ replyTo }) => replyTo)).toEqual([]);
  });

  it('H10 keeps a mentor’s limit: who was first goes, the others wait until there is room, at whatever evening it was taken', async () => {
    const { say, agree, own, t } = e;
    const students = metBy(max).slice(0, 3);
    const [first, second, third] = students as [Attendee, Attendee, Attendee];
    await agree(max, ...students);
    bellRings();
    for (const one of students) {
      await say(one, max);
      await say(max, one);
      t.clock.advance(1_000);
    }
    await pass(2 * MINUTE);
    expect(introductions()).toMatchObject([{ student_id: first.id }, { student_id: second.id }]);
    expect((await own(third)).after?.standings).toMatchObject([{ stands: 'full' }]);
    expect((await own(max)).after?.limit).toEqual({ perMonth: 2, taken: 2 });
    await limit(max, 3);
    expect(introductions(), 'at once').toHaveLength(3);
    await delivered(t);
    expect(to(third)).toHaveLength(1);
    // the same mentor at another evening: the same address
    const again = copyEvent(t.services, e.evening.id, 'Again');
    expect(again.ok).toBe(true);
    t.db.$client
      .prepare('UPDATE introductions SET event_id = ? WHERE student_id = ?')
      .run(again.ok ? again.value : '', first.id);
    expect((await own(max)).after?.limit?.taken).toBe(3);
    t.db.$client.prepare('UPDATE introductions SET made_at = made_at - ?').run(31 * DAY);
    expect((await own(max)).after?.limit?.taken).toBe(0);
  });

  it('is made by a server that was off when it was due', async () => {
    const { ann, say, agree, t } = e;
    await say(ann, max);
    await say(max, ann);
    await agree(ann, max);
    t.clock.leap(LAST_BELL - 2 * MINUTE);
    await t.close();
    t.clock.jumpTo(t.clock.now() + 5 * 60 * MINUTE);
    const again = await testApp({ dataDir: t.dataDir, clock: t.clock, mailer: mailerTo(server.port) });
    e = { ...e, t: again };
    await pass(MINUTE);
    expect(introductions()).toMatchObject([{ state: 'released' }]);
    expect(server.mails.filter(({ replyTo }) => replyTo)).toHaveLength(2);
  });

  it('H9 of a rehearsal goes to nobody', async () => {
    const { ann, say, agree, t } = e;
    await say(ann, max);
    await say(max, ann);
    await agree(ann, max);
    t.db.$client.prepare('UPDATE events SET rehearsal = 1').run();
    bellRings();
    await pass(70 * MINUTE);
    expect(introductions()).toHaveLength(1);
    expect(stored(t)).toEqual([]);
    expect(server.mails).toEqual([]);
  });

  it('H17 of somebody who is erased stands in nobody’s outbox', async () => {
    const { ann, say, agree, evening, t } = e;
    await say(ann, max, { line: SAID });
    await say(max, ann);
    await agree(ann, max);
    bellRings();
    await pass(12 * MINUTE);
    expect(stored(t)).toHaveLength(2);
    const again = await t.organiser();
    expect((await again.delete(`${evening.url}/people/${ann.id}`)).statusCode).toBe(204);
    expect(introductions()).toEqual([]);
    expect(JSON.stringify([stored(t)])).not.toContain(ann.name);
    expect(stored(t)).toEqual([]);
  });
});

describe('the mails about requests', () => {
  it('H18 one an hour after the bell, then one a day at nine when more came; none for what was answered', async () => {
    const { say, t } = e;
    const [one, two, three] = metBy(max) as [Attendee, Attendee, Attendee];
    await say(one, max);
    await say(two, max);
    await say(max, two, { wish: 'not-now' });
    bellRings();
    await pass(57 * MINUTE);
    expect(to(max)).toEqual([]);
    await pass(2 * MINUTE);
    expect(to(max).map(({ subject }) => subject)).toEqual(['A student asks for you: Careers Night']);
    await pass(2 * DAY);
    expect(to(max), 'nothing new came').toHaveLength(1);
    await say(three, max);
    for (let halfHours = 0; halfHours < 48; halfHours++) await pass(30 * MINUTE);
    expect(to(max).map(({ subject }) => subject)).toEqual([
      'A student asks for you: Careers Night',
      '2 students ask for you: Careers Night',
    ]);
    const [, second] = to(max);
    expect(second?.text).toContain('2 students would like to be introduced to you.');
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit' });
    expect(hour.format(second?.date)).toBe('09');
    expect(JSON.stringify(stored(t)), 'no secret is kept').not.toMatch(/#[\w-]{20}/u);
    for (const { text } of to(max)) expect(text).not.toContain('Family');
  });

  it('H18 its link shows nothing once there is a new personal one, nor to whoever guesses, nor for anybody else', async () => {
    const { ada, ann, say, evening, t } = e;
    await say(ann, max, { line: SAID });
    bellRings();
    const { path, secret } = partsOfLink(requestsLink(t.services, evening.id, max.id));
    const open = (at: string, more: object = {}) => t.stranger().post(at, { secret, language: 'en', ...more });
    expect((await open(path)).body).toContain(SAID);
    expect((await open(path, { secret: 'x'.repeat(43) })).statusCode).toBe(404);
    expect((await open(`/requests/${notYet.id}`)).statusCode).toBe(404);
    const answer = (id: string, more: object = {}) =>
      t.stranger().put(`${path}/${id}`, { secret, language: 'en', wish: 'not-now', to: null, ...more });
    expect((await answer(e.bob.id)).statusCode, 'who did not ask').toBe(404);
    expect((await answer(ann.id, { secret: 'x' })).statusCode).toBe(404);
    expect((await t.stranger().get(path)).statusCode).toBe(200);
    expect((await answer(ann.id, { wish: 'pass-on', to: notYet.id })).json()).toMatchObject({
      requests: [{ answer: 'pass-on' }],
    });
    await ada.post(`${evening.url}/people/${max.id}/link/renew`);
    expect((await open(path)).statusCode).toBe(404);
    const fresh = partsOfLink(requestsLink(t.services, evening.id, max.id));
    e.t.clock.leap(e.untilEnd - t.clock.now() + 1);
    expect((await open(path, { secret: fresh.secret })).json()).toEqual({
      ...{ state: 'over', firstName: '', eventName: 'Careers Night', requests: [], limit: null, colleagues: [] },
    });
    expect((await answer(ann.id, { secret: fresh.secret })).statusCode).toBe(409);
  });

  it('H12 who asked is told once, at the end, of all that nobody answered', async () => {
    const { ann, say, t, untilEnd } = e;
    bellRings();
    await say(ann, max);
    await say(ann, notYet);
    await say(notYet, ann, { wish: 'not-now' });
    await pass(untilEnd - t.clock.now() - 1);
    expect(to(ann)).toEqual([]);
    await pass(2 * DAY);
    expect(to(ann)).toHaveLength(1);
    const [mail] = to(ann);
    expect(mail?.text).toContain(max.name);
    expect(mail?.text).not.toContain(notYet.name);
    expect(mail?.text).not.toContain('http');
  });
});

describe('a mail of an introduction', () => {
  it('that one side refuses goes to the other all the same, and again when the address was put right', async () => {
    const { ada, ann, say, agree, evening, t } = e;
    refusedAddresses.add(ann.email);
    await say(ann, max);
    await say(max, ann);
    await agree(ann, max);
    bellRings();
    await pass(12 * MINUTE);
    expect(stored(t).map(({ to: address, state }) => [address, state])).toEqual([
      [ann.email, 'refused'],
      [max.email, 'sent'],
    ]);
    await ada.put(`${evening.url}/people/${ann.id}`, { details: { email: 'ann@right.example.org' } });
    const [mail] = stored(t);
    expect((await ada.post(`${evening.url}/mails/${mail?.id}/again`)).statusCode).toBe(200);
    await delivered(t);
    expect(server.mails.map(({ to: address }) => [address].flat()[0]?.text)).toEqual([
      max.email,
      'ann@right.example.org',
    ]);
    expect(server.mails[1]?.replyTo?.value[0]?.address).toBe(max.email);
  });
});
