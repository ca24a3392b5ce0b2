import type { Attendee } from '@lapwing/shared/event/roster';
import type { ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { makeEvening, opened, partsOfLink } from '../../support/evening-builder.ts';
import { delivered, mailerTo, mailServer, stored } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** An evening whose mail goes to a real mail server. */
async function house() {
  const post = await mailServer();
  const t = await testApp({ mailer: mailerTo(post.port) });
  const evening = await makeEvening(t);
  const [ann, bob] = evening.students as [Attendee, Attendee];
  const code = t.services.evenings.get(evening.id)?.event.code ?? '';
  const ask = (email: string, of: string | null = null, from: Caller = t.stranger()) =>
    from.post('/new-link', { email, code: of });
  /** Lets what was asked for be looked up, and waits for the mail. */
  async function arrives(): Promise<void> {
    t.clock.advance(2_500);
    await delivered(t);
  }
  /** Opens the link that the last mail brought. */
  async function openLast(): Promise<number> {
    const { path, secret } = partsOfLink(linkIn(post.mails.at(-1)));
    return (await t.stranger().post(`${path}/session`, { secret })).statusCode;
  }
  return { t, post, evening, ann, bob, code, ask, arrives, openLast };
}

const linkIn = (mail: ParsedMail | undefined): string => /http\S+\/me\/\S+/u.exec(mail?.text ?? '')?.[0] ?? '';
const receivers = (mails: readonly ParsedMail[]): string[] =>
  mails.map(({ to }) => [to].flat()[0]?.value[0]?.address ?? '');

describe('L4 a link on request', () => {
  it('goes to the address we know, and opens the page after the old link has ended', async () => {
    const { t, post, evening, ann, code, ask, arrives, openLast } = await house();
    const url = (await (await t.organiser()).get(`${evening.url}/people/${ann.id}/link`)).json<{ url: string }>().url;
    t.clock.leap(9 * DAY);
    const { path, secret } = partsOfLink(url);
    expect((await t.stranger().post(`${path}/session`, { secret })).statusCode).toBe(404);
    const answer = await ask(` ${ann.email.toUpperCase()} `, code.toLowerCase());
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(stored(t), 'nothing is looked up before the answer').toHaveLength(0);
    await arrives();
    expect(receivers(post.mails)).toEqual([ann.email]);
    expect(post.mails[0]?.subject).toBe('Your link: Careers Night');
    expect(linkIn(post.mails[0])).not.toBe(url);
    expect(await openLast()).toBe(200);
    expect((await t.stranger().post(`${path}/session`, { secret })).statusCode, 'the old one stays dead').toBe(404);
    t.clock.leap(7 * DAY);
    expect(await openLast(), 'and the new one ends too').toBe(404);
  });

  it('answers the same for an address that nobody has, and writes nothing', async () => {
    const { t, post, ann, bob, code, ask, arrives } = await house();
    const other = await makeEvening(t, { students: 0, published: false });
    const elsewhere = t.services.evenings.get(other.id)?.event.code ?? '';
    const known = await ask(ann.email, code);
    const unknown = await ask('nobody@example.org', code);
    const notHere = await ask(bob.email, elsewhere);
    const nowhere = await ask(bob.email, 'ZZZZ');
    const told = (answer: typeof known) => [answer.statusCode, answer.body, Object.keys(answer.headers).sort()];
    for (const answer of [unknown, notHere, nowhere]) expect(told(answer)).toEqual(told(known));
    await arrives();
    expect(receivers(post.mails)).toEqual([ann.email]);
  });

  it('turns no open phone dark: a link that still opens is mailed as it is', async () => {
    const { t, evening, ann, ask, arrives, openLast } = await house();
    const phone = await evening.phone(ann);
    await ask(ann.email);
    await arrives();
    expect((await phone.get(`/me/${ann.id}/opening`)).statusCode).toBe(200);
    expect(await openLast()).toBe(200);
    expect(t.services.evenings.get(evening.id)?.people.has(ann.id)).toBe(true);
  });

  it('does not bring back what was taken back: after “renew” the newest opens, and nobody taken off the list or erased gets any', async () => {
    const { t, post, evening, ann, bob, ask, arrives, openLast } = await house();
    const ada = await t.organiser();
    const old = (await ada.get(`${evening.url}/people/${ann.id}/link`)).json<{ url: string }>().url;
    await ada.post(`${evening.url}/links/renew`);
    await ask(ann.email);
    await arrives();
    expect(linkIn(post.mails[0])).not.toBe(old);
    expect(await openLast()).toBe(200);
    await expect(opened(t.stranger(), old)).rejects.toThrow('link-invalid');
    await ada.put(`${evening.url}/people/${bob.id}/standing`, { standing: 'cancelled' });
    const [, , cy, dee] = evening.students as [Attendee, Attendee, Attendee, Attendee];
    await ada.delete(`${evening.url}/people/${cy.id}`);
    await (await evening.phone(dee)).put(`/me/${dee.id}/coming`, { coming: false });
    const before = post.mails.length;
    for (const { email } of [bob, cy]) expect((await ask(email)).statusCode).toBe(204);
    await arrives();
    expect(post.mails.slice(before).filter(({ subject }) => subject?.startsWith('Your link'))).toEqual([]);
    expect((await ask(dee.email)).statusCode, 'who cancelled themselves may').toBe(204);
    await arrives();
    expect(receivers(post.mails.slice(-1))).toEqual([dee.email]);
    await ada.delete(evening.url);
    await ask(ann.email);
    t.clock.advance(20 * MINUTE);
    await ask(ann.email);
    await arrives();
    expect(receivers(post.mails.slice(-1)), 'an event that is deleted knows nobody').toEqual([dee.email]);
  });

  it('fills no mailbox: one mail in ten minutes, five a day, whoever types the address, with the same answer', async () => {
    const { t, post, ann, ask, arrives } = await house();
    for (let n = 0; n < 6; n++) expect((await ask(ann.email)).statusCode).toBe(204);
    await arrives();
    expect((await ask(ann.email)).statusCode).toBe(204);
    await arrives();
    expect(post.mails).toHaveLength(1);
    for (let n = 0; n < 8; n++) {
      t.clock.advance(11 * MINUTE);
      expect((await ask(ann.email)).statusCode).toBe(204);
      await arrives();
    }
    expect(post.mails).toHaveLength(5);
    t.clock.leap(DAY);
    await ask(ann.email);
    await arrives();
    expect(post.mails).toHaveLength(6);
  });

  it('takes what a hall asks at once from one address, and stops a flood', async () => {
    const { evening, t, post, ask, arrives } = await house();
    const everybody = [...evening.students, ...evening.mentors];
    for (const { email } of everybody) expect((await ask(email)).statusCode).toBe(204);
    for (let n = 0; n < 191; n++) await ask(`stranger${n}@example.org`);
    expect((await ask('still@example.org')).statusCode, 'two hundred people in a minute').toBe(204);
    for (let n = 0; n < 99; n++) await ask(`flood${n}@example.org`);
    const stopped = await ask('flood@example.org');
    expect([stopped.statusCode, stopped.headers['retry-after']]).toEqual([429, expect.anything()]);
    for (let n = 0; n < 4; n++) await arrives();
    expect(receivers(post.mails).sort()).toEqual(everybody.map(({ email }) => email).sort());
    expect((await t.stranger().get('/readyz')).statusCode).toBe(200);
  });

  it('brings a hall its links however many networks ask for thousands, and takes what the hall asks', async () => {
    const { t, post, ann, bob, arrives } = await house();
    const askFrom = async (remoteAddress: string, email: string) =>
      (await t.stranger().send({ method: 'POST', url: '/new-link', payload: { email, code: null }, remoteAddress }))
        .statusCode;
    for (let n = 0; n < 5_100; n++)
      await askFrom(`2001:db8:${(n % 18).toString(16)}::${n.toString(16)}`, `q${n}@x.org`);
    expect(await askFrom('203.0.113.201', ann.email)).toBe(204);
    expect(await askFrom('203.0.113.202', bob.email)).toBe(204);
    expect(await askFrom('2001:db8:1::1', 'again@x.org'), 'a network that has most').toBe(429);
    await arrives();
    expect(receivers(post.mails).sort(), 'with the first that are looked up').toEqual([ann.email, bob.email].sort());
  }, 60_000);

  it.each([
    ['no address', 'ann'],
    ['two addresses', 'ann@example.org, eve@example.org'],
    ['a line break', 'ann@example.org\r\nBcc: eve@example.org'],
    ['a name before it', 'Ann <ann@example.org>'],
  ])('refuses %s, and names the field', async (_what, email) => {
    const { post, ask, arrives } = await house();
    const answer = await ask(email);
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { error: { code: 'bad-request', details: { field: 'email' } } },
    ]);
    await arrives();
    expect(post.mails).toEqual([]);
  });

  it('without a mail server leads to the desk, and the page has no field', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const [ann] = evening.students as [Attendee];
    const code = t.services.evenings.get(evening.id)?.event.code ?? '';
    const answer = await t.stranger().post('/new-link', { email: ann.email, code: null });
    expect([answer.statusCode, answer.json()]).toEqual([409, { error: { code: 'come-to-desk' } }]);
    t.clock.advance(3_000);
    expect(stored(t)).toEqual([]);
    expect((await t.stranger().get(`/e/${code}/event`)).json()).toMatchObject({ mails: false });
    expect((await t.stranger().get(`/me/${ann.id}`)).body).not.toContain('name="mails"');
    const withMail = await house();
    expect((await withMail.t.stranger().get(`/e/${withMail.code}/event`)).json()).toMatchObject({ mails: true });
    expect((await withMail.t.stranger().get(`/me/${withMail.ann.id}`)).body).toContain('<meta name="mails"');
  });
});
