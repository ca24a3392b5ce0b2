import type { MemberId } from '@lapwing/shared/kernel/ids';
import type { CommunityView, MovedMembership } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { mailedMemberLink } from '../../../server/src/community/member-link.ts';
import { findProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { profileSaying } from '../../support/answers.ts';
import { delivered } from '../../support/outbox.ts';
import {
  asker,
  community,
  daysPass,
  decide,
  goes,
  look,
  mentor,
  proposed,
  questionIn,
  reply,
} from '../community/queue-hall.ts';

const both = { member: true, introductions: true };
const NEW = 'new@example.org';
type Hall = Awaited<ReturnType<typeof community>>;
type Mail = Hall['mails'][number] | undefined;

const to = (mail: Mail): string => JSON.stringify(mail?.to ?? '');
const linkIn = (mail: Mail) => {
  const [, path = '', secret = ''] = /https?:\/\/[^/\s]+(\/community\/[^#\s]+)#(\S+)/u.exec(mail?.text ?? '') ?? [];
  return { path, secret };
};
const page = async ({ t }: Hall, { path, secret }: { path: string; secret: string }) =>
  t.stranger().post(`${path}/page`, { secret, language: 'en' });

/** Their link, as a mail to the address they have now holds it. */
function mailedLink({ t }: Hall, id: MemberId) {
  const row = findProfile(t.db, id);
  if (!row) throw new Error('nobody is there');
  const link = new URL(mailedMemberLink(t.services, row));
  return { path: link.pathname, secret: link.hash.slice(1) };
}

/** A member writes another address on their page, and types the code that went there. @returns the mails since */
async function moves(hall: Hall, id: MemberId, name: string, email = NEW) {
  const { t, mails } = hall;
  const { path, secret } = mailedLink(hall, id);
  const opened = { secret, language: 'en' };
  const said = { ...findProfile(t.db, id) };
  const profile = profileSaying(name, {
    email,
    perMonth: said.perMonth ?? 0,
    years: said.years ?? 0,
    roles: said.roles ?? [],
  });
  const before = mails.length;
  await t.stranger().put(`${path}/profile`, { ...opened, profile, consents: both });
  await delivered(t);
  const code = /^\s*([A-Z0-9]{8})\s*$/mu.exec(mails[before]?.text ?? '')?.[1];
  const answer = await t.stranger().put(`${path}/address`, { ...opened, code });
  await delivered(t);
  return { answer: answer.json<MovedMembership>(), since: mails.slice(before + 1) };
}

describe('C5 an address that is theirs no more', () => {
  it('opens nothing by any link that went there, also one that was asked for and never opened', async () => {
    const hall = await community();
    const { t, mails } = hall;
    const { id } = asker(t, 'Ann Asker');
    const first = mailedLink(hall, id);
    await t.stranger().post('/community/links', { email: 'ann.asker@example.org', language: 'en' });
    t.clock.advance(3_000);
    await delivered(t);
    const unopened = linkIn(mails[0]);
    expect((await page(hall, first)).statusCode, 'until then it does').toBe(200);
    await moves(hall, id, 'Ann Asker');
    for (const old of [first, unopened]) {
      const opened = { secret: old.secret, language: 'en' };
      for (const end of ['page', 'data', 'gone'])
        expect((await t.stranger().post(`${old.path}/${end}`, opened)).json()).toMatchObject({
          error: { code: 'link-invalid' },
        });
    }
  });

  it('hears that it was changed, without a link; the new one gets a link that counts, and the page goes on', async () => {
    const hall = await community();
    const { id } = asker(hall.t, 'Ann Asker');
    const { answer, since } = await moves(hall, id, 'Ann Asker');
    const [old, fresh] = [
      since.find((one) => to(one).includes('ann.asker@')),
      since.find((one) => to(one).includes(NEW)),
    ];
    expect(since.length).toBe(2);
    expect(old).toMatchObject({ subject: 'Your address was changed' });
    expect(old?.text).not.toMatch(/https?:|\/community\/|#|\{link\}|new@/u);
    expect(fresh).toMatchObject({ subject: 'Your new link to the community' });
    expect(answer.profile?.email).toBe(NEW);
    expect((await page(hall, { ...linkIn(fresh), secret: answer.secret })).statusCode).toBe(200);
    expect((await page(hall, linkIn(fresh))).json()).toMatchObject({ profile: { email: NEW } });
  });

  it('answers no question: it is asked anew at the new address', async () => {
    const hall = await community();
    const { t, mei, mails } = hall;
    const max = mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    await goes(t);
    const old = questionIn(mails[0]?.text);
    expect((await look(t, old)).statusCode).toBe(200);
    const { since } = await moves(hall, max, 'Max Mentor');
    expect((await look(t, old)).json()).toMatchObject({ error: { code: 'link-invalid' } });
    expect(await reply(t, old, 'yes')).toMatchObject({ error: { code: 'link-invalid' } });
    const anew = since.find(({ subject }) => subject === 'Can we introduce you to somebody?');
    expect(to(anew)).toContain(NEW);
    expect(await reply(t, questionIn(anew?.text), 'yes')).toMatchObject({ state: 'answered', answer: 'yes' });
    await daysPass(t, 16);
    const met = mails.filter(({ subject }) => subject?.startsWith('Did you meet'));
    expect(met.map(to).filter((address) => address.includes('max.mentor'))).toEqual([]);
    const { since: later } = await moves(hall, max, 'Max Mentor', 'third@example.org');
    const again = later.filter(({ subject }) => subject?.startsWith('Did you meet'));
    expect(again.map(to).join(' ')).toContain('third@example.org');
    expect(again.length, 'what is answered is not asked again').toBe(1);
    expect(await reply(t, questionIn(again[0]?.text), 'met')).toMatchObject({ answer: 'met' });
    expect(later.some(({ subject }) => subject === 'Can we introduce you to somebody?')).toBe(false);
  });

  it('gets nothing of what still waited to go', async () => {
    const hall = await community();
    const { t, mei } = hall;
    const max = mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    await goes(t);
    // as where the mail server put it off until tomorrow
    const tomorrow = t.clock.now() + 86_400_000;
    t.db.$client.prepare("UPDATE mails SET state = 'queued', next_attempt_at = ?").run(tomorrow);
    await moves(hall, max, 'Max Mentor');
    const waiting = t.db.$client.prepare("SELECT to_address, key FROM mails WHERE state = 'queued'").all();
    expect(waiting).toMatchObject([{ to_address: NEW, key: expect.stringMatching(/^question:/u) }]);
  });

  it('hears it there once more where it may not have arrived, and not at the new one', async () => {
    const hall = await community();
    const { t, mei, mails } = hall;
    const { id } = asker(t, 'Ann Asker');
    const row = findProfile(t.db, id);
    await moves(hall, id, 'Ann Asker');
    const farewell = t.db.$client.prepare("SELECT id FROM mails WHERE key LIKE 'movedAway:%'").pluck().get();
    t.db.$client.prepare("UPDATE mails SET state = 'unsure' WHERE id = ?").run(farewell);
    const view = (await mei.get('/api/community')).json<CommunityView>();
    expect(view.missed).toMatchObject([{ to: row?.email }]);
    const before = mails.length;
    expect((await mei.post(`/api/community/mails/${farewell}/again`)).statusCode).toBe(200);
    await delivered(t);
    expect(to(mails[before]), 'what is said of an address is said there').toContain(row?.email);
    expect(mails[before]?.text).not.toMatch(/https?:/u);
  });
});
