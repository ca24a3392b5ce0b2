import type { MemberId } from '@lapwing/shared/kernel/ids';
import type { OwnMembership } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { mailedMemberLink } from '../../../server/src/community/member-link.ts';
import { findProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { profileSaying } from '../../support/answers.ts';
import { asking, member, request } from '../../support/community-builder.ts';
import { delivered } from '../../support/outbox.ts';
import { community } from '../community/queue-hall.ts';

const both = { member: true, introductions: true };
const DAY = 86_400_000;
type Hall = Awaited<ReturnType<typeof community>>;
interface Link {
  readonly path: string;
  readonly secret: string;
}

const join = ({ t }: Hall, name: string, profile: object = {}, more: object = {}) =>
  t.stranger().post('/community/members', {
    ...{ profile: profileSaying(name, profile), consents: both, ask: null, language: 'en' },
    ...more,
  });

const linkIn = (text: string | undefined): Link => {
  const [, path = '', secret = ''] = /https?:\/\/[^/\s]+(\/community\/[^#\s]+)#(\S+)/u.exec(text ?? '') ?? [];
  return { path, secret };
};

function linkOf({ t }: Hall, id: MemberId): Link {
  const row = findProfile(t.db, id);
  if (!row) throw new Error('nobody is there');
  return linkIn(mailedMemberLink(t.services, row));
}

const page = async ({ t }: Hall, { path, secret }: Link) =>
  (await t.stranger().post(`${path}/page`, { secret, language: 'en' })).json<OwnMembership>();

const says = ({ t }: Hall, { path, secret }: Link, end: string, body: object) =>
  t.stranger().put(`${path}/${end}`, { secret, language: 'en', ...body });

describe('C2 what strangers type while somebody has not said yes', () => {
  it('counts for exactly what the page showed: swapped in between, request and wishes, it is asked anew', async () => {
    const hall = await community();
    const { t, mails } = hall;
    await join(hall, 'Ann Arbor', { headline: 'Compilers' }, { ask: asking({ line: 'QzMineZq' }) });
    await delivered(t);
    const link = linkIn(mails[0]?.text);
    const shown = await page(hall, link);
    expect(shown).toMatchObject({ typed: { headline: 'Compilers' }, requests: [{ ask: { line: 'QzMineZq' } }] });
    // the same profile: another request alone is a swap, too
    await join(hall, 'Ann Arbor', { headline: 'Compilers' }, { ask: asking({ line: 'QzSwappedZq' }) });
    const yes = (seen: string | undefined) =>
      says(hall, link, 'profile', { profile: shown.typed, consents: both, seen });
    for (const seen of [shown.seen, '', undefined])
      expect((await yes(seen)).json()).toMatchObject({ error: { code: 'changed-meanwhile' } });
    const now = await page(hall, link);
    expect(now).toMatchObject({ profile: null, requests: [{ ask: { line: 'QzSwappedZq' } }] });
    expect((await yes(now.seen)).json()).toMatchObject({ profile: { headline: 'Compilers' } });
  });
});

describe('C2 the form is filled in with the name and address of a member', () => {
  async function typedAgain() {
    const hall = await community();
    const { t, mails } = hall;
    const id = member(t, 'Ann Arbor', { headline: 'Compilers', perMonth: 2, years: 9 });
    request(t, id, { line: 'QzMineZq' });
    const typed = { headline: 'Kernels', perMonth: 0, years: 9 };
    await join(hall, 'Ann Arbor', typed, {
      ask: asking({ line: 'QzTypedZq' }),
      consents: { ...both, introductions: false },
    });
    await delivered(t);
    return { hall, id, link: linkIn(mails[0]?.text) };
  }

  it('nothing of it counts; the page of the mail shows what it would change', async () => {
    const { hall, id, link } = await typedAgain();
    expect(hall.mails[0]?.subject).toBe('You are a member already');
    const shown = await page(hall, link);
    expect(shown).toMatchObject({
      ...{ profile: { headline: 'Compilers', perMonth: 2 }, consents: both },
      requests: [{ ask: { line: 'QzMineZq' } }],
      again: { profile: { headline: 'Kernels', perMonth: 0 }, introductions: false, ask: { line: 'QzTypedZq' } },
    });
    expect(shown.requests.length).toBe(1);
    expect(findProfile(hall.t.db, id)).toMatchObject({ headline: 'Compilers', perMonth: 2 });
  });

  it('it counts once it is taken over there, as it was shown, and once', async () => {
    const { hall, link } = await typedAgain();
    const { again } = await page(hall, link);
    await join(hall, 'Ann Arbor', { headline: 'Something else' });
    const take = (seen = '') => says(hall, link, 'again', { seen, take: true });
    expect((await take(again?.seen)).json()).toMatchObject({ error: { code: 'changed-meanwhile' } });
    expect((await page(hall, link)).profile?.headline).toBe('Compilers');
    await join(hall, 'Ann Arbor', { headline: 'Kernels' }, { ask: asking({ line: 'QzTypedZq' }) });
    const seen = (await page(hall, link)).again?.seen;
    const taken = (await take(seen)).json<OwnMembership>();
    expect(taken).toMatchObject({ profile: { headline: 'Kernels' }, again: null });
    expect(new Set(taken.requests.map(({ ask }) => ask.line))).toEqual(new Set(['QzMineZq', 'QzTypedZq']));
    expect((await take(seen)).json<OwnMembership>().requests.length, 'a second press asks nothing more').toBe(2);
  });

  it('it is let go, or goes by itself after 14 days', async () => {
    const { hall, id, link } = await typedAgain();
    const { again } = await page(hall, link);
    expect((await says(hall, link, 'again', { seen: again?.seen, take: false })).json()).toMatchObject({
      ...{ again: null, profile: { headline: 'Compilers' } },
    });
    await join(hall, 'Ann Arbor', { headline: 'QzTypedZq' });
    expect(findProfile(hall.t.db, id)?.again).toMatchObject({ profile: { headline: 'QzTypedZq' } });
    hall.t.clock.leap(15 * DAY);
    hall.t.clock.advance(11 * 60_000);
    expect(findProfile(hall.t.db, id)).toMatchObject({ headline: 'Compilers', again: null, againAt: null });
  });

  it('it changes nothing that an organiser wrote down, and agrees to nothing for them', async () => {
    const hall = await community();
    const { t, mei } = hall;
    const file = 'name,email,headline\nAnn Arbor,ann.arbor@example.org,Compilers';
    await mei.upload('/api/community/imports?kind=members&apply=yes', Buffer.from(file));
    await join(hall, 'Ann Arbor', { headline: 'Kernels' }, { ask: asking() });
    const id = t.db.$client.prepare('SELECT member_id FROM community_profiles').pluck().get() as MemberId;
    const shown = await page(hall, linkOf(hall, id));
    expect(shown).toMatchObject({
      ...{ typed: { headline: 'Compilers' }, consents: { member: false, introductions: false }, requests: [] },
      again: null,
    });
    const body = { profile: shown.typed, consents: both, seen: shown.seen };
    expect((await says(hall, linkOf(hall, id), 'profile', body)).json()).toMatchObject({
      ...{ profile: { headline: 'Compilers' }, again: { profile: { headline: 'Kernels' } } },
    });
  });
});
