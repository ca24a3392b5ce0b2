import { describe, expect, it } from 'vitest';
import { studentSaying } from '../../support/answers.ts';
import { opened } from '../../support/evening-builder.ts';
import { house, KEEP } from '../../support/identity-house.ts';

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
