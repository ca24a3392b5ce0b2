import { attendeeId } from '@lapwing/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { traces } from '../../../server/src/db/schema.ts';
import { respellAddresses } from '../../../server/src/services/old-addresses.ts';
import { studentSaying } from '../../support/answers.ts';
import { opened } from '../../support/evening-builder.ts';
import { type House, house, KEEP, linkIn } from '../../support/identity-house.ts';
import { delivered } from '../../support/outbox.ts';

const NINA = 'nina@uni.example';
const PRIVATE = 'I am deaf on the left side';

/** Nina was at one evening, with her mailbox shown; somebody has the page of a row at another with her address. */
async function trap({ mails = true } = {}) {
  const at = await house({ mails });
  const first = await at.evening();
  await first.register('Nina Target', NINA, { consents: KEEP, access: PRIVATE });
  if (mails) await opened(at.t.stranger(), (await at.mailedTo(NINA)).at(-1) ?? '');
  else await first.atDesk('Nina Target');
  const second = await at.evening();
  await second.register('Mal Ory', NINA, { consents: KEEP });
  const mals = await second.atDesk('Mal Ory');
  const id = second.person('Mal Ory').id;
  const own = `/me/${id}`;
  const rename = (name: string) =>
    mals.put(`${own}/details`, { answers: studentSaying(name, { email: NINA, consents: KEEP }) });
  const data = async () => (await mals.get(`${own}/data.json`)).body;
  return { ...at, first, second, mals, own, rename, data };
}

describe('P1 P4 a page that was let in at the desk, renamed to somebody else', () => {
  for (const mails of [true, false])
    it(`reads and erases its own row alone${mails ? '' : ', where no mail goes out'}`, async () => {
      const { first, second, mals, own, rename, data } = await trap({ mails });
      for (const name of ['Nina Target', 'NINA  tárget']) {
        expect((await rename(name)).statusCode).toBe(200);
        expect(await data()).not.toContain(PRIVATE);
      }
      expect((await mals.send({ method: 'DELETE', url: own })).statusCode).toBe(204);
      expect(first.person('Nina Target').access).toBe(PRIVATE);
      expect(second.people().map(({ id }) => `/me/${id}`)).not.toContain(own);
    });

  it('does not even when its victim opens the link that the new name is mailed with, and saves', async () => {
    const { t, first, second, mals, own, rename, data, mailedTo } = await trap();
    await rename('Nina Target');
    const link = (await mailedTo(NINA)).at(-1) ?? '';
    expect(link).toContain(own);
    const nina = await opened(t.stranger(), link);
    await nina.put(`${own}/details`, { answers: studentSaying('Nina Target', { email: NINA, consents: KEEP }) });
    expect((await nina.get(`${own}/data.json`)).body, 'she herself has both evenings').toContain(PRIVATE);
    expect(await data()).not.toContain(PRIVATE);
    await mals.put(`${own}/consents`, {
      consents: { publicCard: false, introductions: false, keep: false },
      photo: 'no',
    });
    expect(t.db.$client.prepare('SELECT count(*) FROM members').pluck().get(), 'she is on file still').toBe(1);
    await mals.send({ method: 'DELETE', url: own });
    expect(first.person('Nina Target').access).toBe(PRIVATE);
    expect(second.people().map(({ name }) => name)).not.toContain('Nina Target');
  });

  it('does not become whoever comes to be known by that name later', async () => {
    const at = await house();
    const [first, later] = [await at.evening(), await at.evening()];
    await first.register('Mal Ory', NINA, { consents: KEEP });
    const mals = await first.atDesk('Mal Ory');
    const own = `/me/${first.person('Mal Ory').id}`;
    await mals.put(`${own}/details`, { answers: studentSaying('Nina Target', { email: NINA, consents: KEEP }) });
    await later.register('Nina Target', NINA, { consents: KEEP, access: PRIVATE });
    await opened(at.t.stranger(), (await at.mailedTo(NINA)).at(-1) ?? '');
    expect((await mals.get(`${own}/data.json`)).body).not.toContain(PRIVATE);
    await mals.send({ method: 'DELETE', url: own });
    expect(later.person('Nina Target').access).toBe(PRIVATE);
  });
});

describe('P1 P3 somebody who opens the links of their mails', () => {
  it('has all evenings in one file, and is erased from all of them', async () => {
    const at = await house();
    const [first, second] = [await at.evening(), await at.evening()];
    for (const evening of [first, second]) await evening.register('Nina Target', NINA, { consents: KEEP });
    const links = await at.mailedTo(NINA);
    const phones = [];
    for (const link of links) phones.push(await opened(at.t.stranger(), link));
    const own = `/me/${first.person('Nina Target').id}`;
    const [phone] = phones;
    if (!phone) throw new Error('no mail came');
    const file = (await phone.get(`${own}/data.json`)).json<{ evenings: unknown[] }>();
    expect(file.evenings).toHaveLength(2);
    await phone.send({ method: 'DELETE', url: own });
    for (const evening of [first, second])
      expect(evening.people().map(({ name }) => name)).not.toContain('Nina Target');
  });

  it('are who they were after a name was put right and its mailed link opened', async () => {
    const at = await house();
    const [first, second] = [await at.evening(), await at.evening()];
    for (const evening of [first, second]) await evening.register('Nina Tarket', NINA, { consents: KEEP });
    const links = await at.mailedTo(NINA);
    for (const link of links) await opened(at.t.stranger(), link);
    const phone = await opened(at.t.stranger(), links.at(-1) ?? '');
    const own = `/me/${second.person('Nina Tarket').id}`;
    await phone.put(`${own}/details`, { answers: studentSaying('Nina Target', { email: NINA, consents: KEEP }) });
    const before = (await phone.get(`${own}/data.json`)).json<{ evenings: unknown[] }>();
    expect(before.evenings, 'the new name is not shown yet').toHaveLength(1);
    await opened(phone, (await at.mailedTo(NINA)).at(-1) ?? '');
    const after = (await phone.get(`${own}/data.json`)).json<{ evenings: unknown[] }>();
    expect(after.evenings).toHaveLength(2);
  });
});

describe('P6 a mentor whom a stranger typed', () => {
  const PUBLIC = { run: true, publicCard: true, introductions: true, keep: false };
  const shown = async (at: House, code: string): Promise<string[]> =>
    (await at.t.stranger().get(`/e/${code}/event`))
      .json<{ mentors: { name: string }[] }>()
      .mentors.map(({ name }) => name);

  it('is on no public page until the mailed link was opened, and marked so', async () => {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Vera Fake', 'vera@corp.example', { consents: PUBLIC }, 'mentors');
    expect(evening.person('Vera Fake')).toMatchObject({ standing: 'active', unconfirmed: true });
    await evening.atDesk('Vera Fake');
    expect(await shown(at, evening.code), 'the desk has seen no mailbox').not.toContain('Vera Fake');
    await opened(at.t.stranger(), (await at.mailedTo('vera@corp.example')).at(-1) ?? '');
    expect(await shown(at, evening.code)).toContain('Vera Fake');
    expect(evening.person('Vera Fake').unconfirmed).toBe(false);
  });

  it('or until an organiser says so, who can take it back', async () => {
    const at = await house({ mails: false });
    const evening = await at.evening();
    const { link } = (await evening.register('Vera Fake', 'vera@corp.example', { consents: PUBLIC }, 'mentors')).json<{
      link: string;
    }>();
    await opened(at.t.stranger(), link);
    expect(await shown(at, evening.code)).not.toContain('Vera Fake');
    const url = `${evening.evening.url}/people/${evening.person('Vera Fake').id}`;
    expect((await at.ada.put(url, { details: {}, confirmed: true })).json()).toMatchObject({ unconfirmed: false });
    expect(await shown(at, evening.code)).toContain('Vera Fake');
    await at.ada.put(url, { details: {}, confirmed: false });
    expect(await shown(at, evening.code)).not.toContain('Vera Fake');
  });
});

describe('P7 a file that says something of somebody whose name was taken', () => {
  const importing = async (at: House, url: string, text: string) => {
    const file = Buffer.from(text);
    const preview = (await at.ada.upload(`${url}/imports/preview?as=students`, file)).json<{ digest: string }>();
    return at.ada.upload(`${url}/imports?as=students&digest=${preview.digest}`, file);
  };
  const PETRA = 'petra@uni.example';

  it('does not write it into the row that was renamed, nor into one of her address under another name', async () => {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Mal Ory', 'mal@uni.example');
    const phone = await opened(at.t.stranger(), (await at.mailedTo('mal@uni.example')).at(-1) ?? '');
    const own = `/me/${evening.person('Mal Ory').id}`;
    await phone.put(`${own}/details`, { answers: studentSaying('Petra Meetup', { email: 'mal@uni.example' }) });
    await importing(at, evening.evening.url, `Name,Accessibility needs\nPetra Meetup,${PRIVATE}\n`);
    expect((await phone.get(`${own}/data.json`)).body).not.toContain(PRIVATE);
    await evening.register('Some Body', PETRA);
    const other = await evening.atDesk('Some Body');
    const others = `/me/${evening.person('Some Body').id}`;
    await importing(at, evening.evening.url, `Name,Email,Accessibility needs\nPetra Lane,${PETRA},${PRIVATE}\n`);
    expect((await other.get(`${others}/data.json`)).body).not.toContain(PRIVATE);
    expect(
      evening
        .people()
        .filter(({ access }) => access === PRIVATE)
        .map(({ name }) => name),
    ).toContain('Petra Lane');
  });

  it('nor, where no mail goes out, into one that was made with her name and her address', async () => {
    const at = await house({ mails: false });
    const evening = await at.evening();
    const { link } = (await evening.register('Petra Lane', PETRA)).json<{ link: string }>();
    const phone = await opened(at.t.stranger(), link);
    const own = `/me/${evening.person('Petra Lane').id}`;
    await importing(at, evening.evening.url, `Name,Email,Accessibility needs\nPetra Lane,${PETRA},${PRIVATE}\n`);
    expect((await phone.get(`${own}/data.json`)).body).not.toContain(PRIVATE);
    expect(evening.people().filter(({ access }) => access === PRIVATE)).toHaveLength(1);
  });
});

describe('a page that says yes and no', () => {
  it('fills nobody’s mailbox', async () => {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Nina Target', NINA);
    const phone = await evening.atDesk('Nina Target');
    const own = `/me/${evening.person('Nina Target').id}`;
    for (let turn = 0; turn < 10; turn++) {
      at.t.clock.advance(60_000);
      expect((await phone.put(`${own}/coming`, { coming: turn % 2 === 1 })).statusCode).toBe(200);
    }
    expect(evening.person('Nina Target').standing, 'all of them counted').toBe('active');
    expect(await at.mailedTo(NINA)).toHaveLength(6);
    at.t.clock.advance(10 * 60_000);
    expect(await at.mailedTo(NINA), 'the last word once, when nothing more comes').toHaveLength(7);
  });

  it('does not take back that the organiser took them off the list after they had said no', async () => {
    const at = await house();
    const evening = await at.evening();
    await evening.register('Nina Target', NINA);
    const phone = await evening.atDesk('Nina Target');
    const { id } = evening.person('Nina Target');
    await phone.put(`/me/${id}/coming`, { coming: false });
    await at.ada.put(`${evening.evening.url}/people/${id}/standing`, { standing: 'cancelled' });
    const back = await phone.put(`/me/${id}/coming`, { coming: true });
    expect(back.json()).toMatchObject({ error: { code: 'taken-off-list' } });
    expect(evening.person('Nina Target').standing).toBe('cancelled');
  });
});

describe('one address in many spellings', () => {
  it('is one: no more than ten people have it together', async () => {
    const at = await house();
    const evening = await at.evening();
    const wide = (count: number): string =>
      [...'uni.example']
        .map((letter, n) =>
          n < count && letter !== '.' ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0) : letter,
        )
        .join('');
    for (let count = 0; count < 12; count++)
      expect((await evening.register(`Name ${'abcdefghijkl'[count]}`, `nina@${wide(count)}`)).statusCode).toBe(200);
    const theirs = evening.people().filter(({ email }) => email.startsWith('nina@'));
    expect(theirs).toHaveLength(10);
    expect(new Set(theirs.map(({ email }) => email))).toEqual(new Set([NINA]));
  });

  it('P11 is one in letters and as machines spell it, for a form, an organiser and a mailed link', async () => {
    const at = await house();
    const evening = await at.evening();
    const [letters, machines] = ['nina@bücher.example', 'nina@xn--bcher-kva.example'];
    await evening.register('Nina Target', machines);
    await evening.register('Nina Target', `${letters}.`);
    await at.ada.post(`${evening.evening.url}/people`, {
      details: { role: 'student', name: 'Nina B', email: machines },
    });
    const theirs = evening.people().filter(({ name }) => name.startsWith('Nina'));
    expect(theirs.map(({ name, email }) => `${name} ${email}`).sort()).toEqual([
      `Nina B ${letters}`,
      `Nina Target ${letters}`,
    ]);
    await delivered(at.t);
    const [link] = (at.post?.mails ?? []).map(linkIn);
    await opened(at.t.stranger(), link ?? '');
    expect(evening.person('Nina Target').unconfirmed).toBe(false);
  });

  it('P11 is one for what was written down before, and for a block that outlived its person', async () => {
    const at = await house();
    const evening = await at.evening();
    const { db, services } = at.t;
    await evening.register('Mal Ory', 'mal@bücher.example', { consents: KEEP });
    const mal = evening.person('Mal Ory');
    await delivered(at.t);
    await opened(at.t.stranger(), (at.post?.mails ?? []).map(linkIn)[0] ?? '');
    const old = 'mal@xn--bcher-kva.example';
    db.$client.prepare('UPDATE attendees SET email = ? WHERE id = ?').run(old, mal.id);
    db.$client.prepare('UPDATE members SET email_key = ?').run(old);
    const hash = services.secrets.linkSecret('trace', JSON.stringify([evening.evening.id, `address ${old} malory`]), 1);
    const said = { onFile: false, takenOff: true, proven: true, at: at.t.clock.now() };
    db.insert(traces)
      .values({ id: attendeeId('gone'), eventId: evening.evening.id, hash, ...said })
      .run();
    expect(respellAddresses(services)).toBe(2);
    expect(respellAddresses(services), 'once').toBe(0);
    expect(db.$client.prepare('SELECT email FROM attendees WHERE id = ?').pluck().get(mal.id)).toBe(
      'mal@bücher.example',
    );
    expect(db.$client.prepare('SELECT email_key FROM members').pluck().get()).toBe('mal@bücher.example');
    await at.ada.delete(`${evening.evening.url}/people/${mal.id}`);
    await evening.register('Mal Ory', old);
    expect(evening.person('Mal Ory').standing, 'off the list still').toBe('cancelled');
  });
});
