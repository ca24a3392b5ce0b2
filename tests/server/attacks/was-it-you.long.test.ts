import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { WasItYou } from '@lapwing/shared/protocol/registration-api';
import type { MentorAnswers } from '@lapwing/shared/registration/answers';
import { describe, expect, it } from 'vitest';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, linkByMail, opened, partsOfLink, SETTINGS } from '../../support/evening-builder.ts';
import { type House, house } from '../../support/identity-house.ts';
import type { Caller } from '../../support/test-caller.ts';

describe('P10 a mailed link of what a stranger typed', () => {
  const VERA = 'vera@corp.example';
  const PUBLIC = { run: true, publicCard: true, introductions: true, keep: true };
  const card = { ...EMPTY_CARD, jobTitle: 'Prime minister', company: 'Longspan' };
  const shown = async (at: House, code: string): Promise<string[]> =>
    (await at.t.stranger().get(`/e/${code}/event`))
      .json<{ mentors: { name: string }[] }>()
      .mentors.map(({ name }) => name);

  async function typed(as: 'students' | 'mentors' = 'mentors', more: object = as === 'mentors' ? { card } : {}) {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Vera Fake', VERA, { consents: PUBLIC, ...more }, as);
    const link = (await at.mailedTo(VERA)).at(-1) ?? '';
    const { path, secret } = partsOfLink(link);
    const phone = at.t.stranger();
    const open = (more: object = {}, by: Caller = phone) => by.post(`${path}/session`, { secret, ...more });
    const asked = async () => (await open()).json<Partial<WasItYou>>().asks;
    const deny = (by: Caller = phone) => by.post(`${path}/not-mine`, { secret });
    const isOpen = async (by: Caller = phone) => (await by.get(`${path}/opening`)).statusCode === 200;
    return { ...at, at, evening, link, path, secret, phone, open, asked, deny, isOpen };
  }

  it('asks first, shows what was typed, and changes nothing however often it is opened', async () => {
    const { t, at, evening, asked, isOpen } = await typed();
    const rows = () => JSON.stringify(t.db.$client.prepare('SELECT * FROM attendees, sessions').all());
    const before = rows();
    for (let turn = 0; turn < 3; turn++)
      expect(await asked()).toMatchObject({
        eventName: 'Careers Night',
        role: 'mentor',
        name: 'Vera Fake',
        mentor: { card },
      });
    expect(rows()).toBe(before);
    expect(await isOpen()).toBe(false);
    expect(evening.person('Vera Fake').unconfirmed).toBe(true);
    expect(await shown(at, evening.code)).toEqual([]);
  });

  it('is opened by a yes, and asks never again, on no device, nor in a link mailed later', async () => {
    const { t, at, evening, open, asked, isOpen } = await typed();
    expect((await open({ mine: (await asked())?.seen })).json()).toMatchObject({ card: { name: 'Vera Fake' } });
    expect(await isOpen()).toBe(true);
    expect(await shown(at, evening.code)).toEqual(['Vera Fake']);
    expect((await open({}, t.stranger())).json()).not.toHaveProperty('asks');
    const { id } = evening.person('Vera Fake');
    await at.ada.put(`${evening.evening.url}/people/${id}`, { details: {}, confirmed: false });
    expect(evening.person('Vera Fake').unconfirmed).toBe(true);
    expect((await open({}, t.stranger())).json(), 'the organiser took it back').not.toHaveProperty('asks');
  });

  it('takes no yes to something else than was shown: what is typed meanwhile is asked anew', async () => {
    const { at, evening, open, asked, isOpen } = await typed();
    const first = await asked();
    for (const mine of ['true', 'x', `${first?.seen}0`])
      expect((await open({ mine })).json(), mine).toHaveProperty('asks');
    const desk = await evening.atDesk('Vera Fake');
    const own = `/me/${evening.person('Vera Fake').id}`;
    const { mentor: was } = (await desk.get(`${own}/details`)).json<{ mentor: MentorAnswers }>();
    await desk.put(`${own}/details`, { answers: { ...was, card: { ...card, jobTitle: 'Fraud' } } });
    const again = (await open({ mine: first?.seen })).json<WasItYou>();
    expect(again.asks.mentor?.card.jobTitle).toBe('Fraud');
    expect([await isOpen(), await shown(at, evening.code)]).toEqual([false, []]);
  });

  const STRANGERS = { photo: 'yes', company: 'not beside Ada', access: 'a ramp', stepFree: true, quiet: true };
  it.each([
    [
      'students',
      { ...STRANGERS, consents: { ...PUBLIC, publicCard: false }, question: 'Who pays you?', course: 'Law' },
    ],
    ['mentors', { ...STRANGERS, consents: PUBLIC, card, introductionsPerMonth: 5 }],
  ] as const)(
    'shows all of it and what it agrees to, so that a yes takes over nothing unseen (%s)',
    async (as, more) => {
      const { asked } = await typed(as, more);
      const asks = await asked();
      expect(as === 'students' ? asks?.student : asks?.mentor).toMatchObject(more);
      expect(as === 'students' ? asks?.mentor : asks?.student).toBeNull();
    },
  );

  it.each([
    ['photo', { photo: 'yes' }],
    ['company', { company: 'not beside Ada' }],
    ['access', { access: 'a ramp' }],
    ['a quiet table', { quiet: true }],
    ['off the walls', { offWalls: true }],
    ['consents', { consents: { ...PUBLIC, introductions: false } }],
    ['introductions', { introductionsPerMonth: 5 }],
    ['hours', { arrivesAt: SETTINGS.startsAt + 600_000 }],
  ])('a stranger who changes %s in the form between question and yes has it asked anew', async (_what, change) => {
    const at = await house();
    const evening = await at.evening();
    const vera = { ...mentorSaying('Vera Fake'), email: VERA, consents: PUBLIC };
    const key = freshKey().padEnd(24, '0');
    const form = (method: 'POST' | 'PUT', answers: object) =>
      at.t.stranger().send({ method, url: `/e/${evening.code}/mentors`, payload: { key, answers } });
    await form('POST', vera);
    const { path, secret } = partsOfLink((await at.mailedTo(VERA)).at(-1) ?? '');
    const phone = at.t.stranger();
    const { asks } = (await phone.post(`${path}/session`, { secret })).json<WasItYou>();
    expect((await form('PUT', { ...vera, ...change })).statusCode).toBe(204);
    const again = (await phone.post(`${path}/session`, { secret, mine: asks.seen })).json<WasItYou>();
    expect(again.asks.mentor).toMatchObject(change);
    expect(evening.person('Vera Fake').unconfirmed).toBe(true);
  });

  it('deletes it with a no: nothing stands anywhere, no mail comes any more, and nothing else of the address is touched', async () => {
    const { t, at, evening, open, deny, isOpen, mailedTo } = await typed();
    const desk = await evening.atDesk('Vera Fake');
    const own = `/me/${evening.person('Vera Fake').id}`;
    await evening.register('Vera Lane', VERA, { consents: PUBLIC });
    const second = await at.evening();
    await second.register('Vera Fake', VERA, { consents: PUBLIC });
    for (const link of (await mailedTo(VERA)).slice(1)) await opened(t.stranger(), link);
    const mails = (await mailedTo(VERA)).length;
    expect((await deny()).statusCode).toBe(204);
    expect(evening.people().map(({ name }) => name)).not.toContain('Vera Fake');
    expect(await shown(at, evening.code)).toEqual([]);
    expect((await desk.get(`${own}/opening`)).statusCode, 'who came in at the desk is out').toBe(404);
    expect([await isOpen(), (await open()).statusCode]).toEqual([false, 404]);
    t.clock.advance(600_000);
    expect(await mailedTo(VERA)).toHaveLength(mails);
    expect(evening.person('Vera Lane').unconfirmed).toBe(false);
    expect(second.person('Vera Fake').unconfirmed).toBe(false);
    expect(t.db.$client.prepare('SELECT count(*) FROM members').pluck().get(), 'who is on file stays').toBe(2);
    expect((await evening.register('Vera Fake', VERA, { consents: PUBLIC }, 'mentors')).statusCode).toBe(200);
    expect(evening.person('Vera Fake').unconfirmed, 'pressed by mistake: once more').toBe(true);
  });

  it('leaves who is in the room there with a no: the address goes, with every link and mail to it', async () => {
    const { t, at, evening, path, secret, open, asked, deny, mailedTo } = await typed();
    const desk = await evening.atDesk('Vera Fake');
    const { id } = evening.person('Vera Fake');
    await at.ada.put(`${evening.evening.url}/people/${id}/presence`, { here: true });
    expect(await asked()).toMatchObject({ name: 'Vera Fake' });
    expect((await deny()).statusCode).toBe(204);
    expect(evening.person('Vera Fake')).toMatchObject({ id, email: '', unconfirmed: true });
    expect(evening.person('Vera Fake').checkedInAt).not.toBeNull();
    expect((await desk.get(`${path}/opening`)).statusCode, 'the phone that the desk let in stays').toBe(200);
    expect((await open({}, t.stranger())).statusCode, 'the mailed link opens nothing').toBe(404);
    const plain = await t.stranger().post(`${path}/session`, { secret: secret.split('.')[0] });
    expect(plain.statusCode, 'nor without its mark').toBe(404);
    const mails = (await mailedTo(VERA)).length;
    await t.stranger().post('/new-link', { email: VERA, code: null });
    t.clock.advance(600_000);
    expect(await mailedTo(VERA)).toHaveLength(mails);
  });

  it('takes a no from nobody but the mailbox, and not once somebody said yes', async () => {
    const { t, evening, path, secret, open, asked, deny } = await typed();
    const shownAtDesk = secret.split('.')[0];
    for (const wrong of [shownAtDesk, `${shownAtDesk}.${'x'.repeat(22)}`, 'x'.repeat(43)])
      expect((await t.stranger().post(`${path}/not-mine`, { secret: wrong })).statusCode, wrong).toBeGreaterThan(400);
    const { id } = evening.person('Vera Fake');
    expect((await t.stranger().post(`/me/${evening.people()[0]?.id}/not-mine`, { secret })).statusCode).toBe(404);
    await open({ mine: (await asked())?.seen });
    expect((await deny(t.stranger())).json()).toMatchObject({ error: { code: 'changed-meanwhile' } });
    expect(evening.person('Vera Fake').id).toBe(id);
  });

  it('asks also on a page that is open already, in a link asked for by mail, and after a new name', async () => {
    const { t, evening, link, open, asked, mailedTo } = await typed('students');
    const desk = await evening.atDesk('Vera Fake');
    expect((await open({}, desk)).json(), 'the desk has let this phone in').toHaveProperty('asks');
    await t.stranger().post('/new-link', { email: VERA, code: null });
    t.clock.advance(5_000);
    const newest = (await mailedTo(VERA)).at(-1) ?? '';
    expect((await t.stranger().post(`${partsOfLink(newest).path}/session`, partsOfLink(newest))).statusCode).toBe(400);
    const { path, secret } = partsOfLink(newest);
    expect((await t.stranger().post(`${path}/session`, { secret })).json()).toHaveProperty('asks');
    await desk.put(`${path}/details`, { answers: studentSaying('Nina Target', { email: VERA }) });
    const renamed = partsOfLink((await mailedTo(VERA)).at(-1) ?? '');
    const answer = await t.stranger().post(`${path}/session`, { secret: renamed.secret });
    expect(answer.json<WasItYou>().asks).toMatchObject({ role: 'student', name: 'Nina Target', mentor: null });
    expect((await open()).json(), 'the mail to the old name shows nothing any more').not.toHaveProperty('asks');
    expect([link === newest, await asked()]).toEqual([true, undefined]);
  });

  it('does not ask whom an organiser wrote down, imported or confirmed', async () => {
    const { t, at, evening, open } = await typed();
    const { id } = evening.person('Vera Fake');
    await at.ada.put(`${evening.evening.url}/people/${id}`, { details: {}, confirmed: true });
    expect((await open()).json()).not.toHaveProperty('asks');
    for (const person of evening.evening.students) {
      const { path, secret } = partsOfLink(linkByMail(t, evening.evening.id, person.id));
      expect((await t.stranger().post(`${path}/session`, { secret })).json()).not.toHaveProperty('asks');
    }
  });
});
