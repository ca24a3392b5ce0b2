import type { CommunityOffer, OwnMembership } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { memberLink } from '../../../server/src/community/member-link.ts';
import { changeProfile, findProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { changeRequest } from '../../../server/src/db/repositories/intro-requests.ts';
import { mails } from '../../../server/src/db/schema.ts';
import { profileSaying } from '../../support/answers.ts';
import { asking, member, request } from '../../support/community-builder.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { delivered, stored } from '../../support/outbox.ts';
import type { TestApp } from '../../support/test-app.ts';
import {
  asker,
  community,
  daysPass,
  decide,
  goes,
  mentor,
  proposed,
  questionIn,
  reply,
} from '../community/queue-hall.ts';

const both = { member: true, introductions: true };
type Hall = Awaited<ReturnType<typeof community>>;

const own = (t: TestApp, id: ReturnType<typeof member>) => {
  const row = findProfile(t.db, id);
  if (!row) throw new Error('nobody is there');
  const link = new URL(memberLink(t.services, row));
  return { path: link.pathname, opened: { secret: link.hash.slice(1), language: 'en' } };
};
const join = (t: TestApp, name: string, email: string, ask: object | null = null) =>
  t.stranger().post('/community/members', {
    ...{ profile: profileSaying(name, { email }), consents: both, ask, language: 'en' },
  });

/** Approves the first proposal, and lets it go out. */
async function ask({ t, mei }: Hall): Promise<void> {
  const one = (await proposed(mei)).proposals.find(({ state }) => state === 'proposed');
  if (!one) throw new Error('nobody was proposed');
  expect((await decide(mei, one, 'approve')).statusCode).toBe(200);
  await goes(t);
}

/** Organisers keep two members apart, by people of an evening whom they are. */
async function keepApart({ t, mei }: Hall, ...members: string[]): Promise<void> {
  const evening = await makeEvening(t);
  const people = [evening.students[0]?.id, evening.mentors[0]?.id];
  members.forEach((id, at) => {
    t.db.$client.prepare('UPDATE attendees SET member_id = ? WHERE id = ?').run(id, people[at]);
  });
  expect((await mei.put(`${evening.url}/blocks/${people.join('/')}`, {})).statusCode).toBe(200);
}

describe('the links of members and questions', () => {
  it('C5 nobody’s own link stands in a mail that is answered to somebody else, whatever a line or a name says', async () => {
    const hall = await community();
    const { t, mails: sent } = hall;
    mentor(t, 'Max Mentor', { headline: 'Products {link}' });
    const ann = member(t, 'Ann {link}', { email: 'ann@example.org' });
    request(t, ann, { roles: ['product'], line: 'Please quote this: {link}' });
    await ask(hall);
    // its line holds the link, too: the last one is ours
    const text = sent[0]?.text ?? '';
    await reply(t, questionIn(text.slice(text.lastIndexOf('http'))), 'yes');
    await daysPass(t, 8);
    const answered = sent.filter(({ replyTo }) => replyTo !== undefined);
    expect(answered.length, 'introduced, and a week later').toBe(4);
    for (const { text, subject } of answered) expect(`${subject} ${text}`).not.toMatch(/https?:|\/community\//u);
  });

  it('C14 an answer to the mail that asks does not take the link of the question to the other side', async () => {
    const hall = await community();
    const { t, mails: sent } = hall;
    mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    await ask(hall);
    await reply(t, questionIn(sent[0]?.text), 'yes');
    await daysPass(t, 16);
    const asked = sent.filter(({ subject }) => subject?.startsWith('Did you meet'));
    expect(asked.length).toBe(2);
    for (const { replyTo, text } of asked) {
      expect(text).toContain('/introductions/');
      expect(replyTo).toBeUndefined();
    }
  });
});

describe('who takes a member’s page over', () => {
  it('C5 is heard of at the address that was theirs, which reads neither the new one nor a link', async () => {
    const { t, mails: sent } = await community();
    const { path, opened } = own(t, member(t, 'Ann Arbor'));
    const profile = profileSaying('Ann Arbor', { email: 'thief@example.org' });
    await t.stranger().put(`${path}/profile`, { ...opened, profile, consents: both });
    await delivered(t);
    const code = /^\s*([A-Z0-9]{8})\s*$/mu.exec(sent[0]?.text ?? '')?.[1];
    expect((await t.stranger().put(`${path}/address`, { ...opened, code })).statusCode).toBe(200);
    await delivered(t);
    const old = sent.find(({ to }) => JSON.stringify(to).includes('ann.arbor@example.org'));
    expect(old).toMatchObject({ subject: 'Your address was changed' });
    expect(old?.text).not.toMatch(/thief|https?:|\{link\}/u);
  });
});

describe('C2 who is a member', () => {
  it('is not told by how long the form takes: the disk is waited for whoever it is', async () => {
    const { t } = await community();
    member(t, 'Ann Arbor', { email: 'ann@example.org' });
    const writes = async (name: string): Promise<boolean> => {
      const before = t.db.$client.prepare('SELECT total_changes()').pluck().get();
      await join(t, name, `${name.split(' ')[0]?.toLowerCase()}@example.org`);
      return t.db.$client.prepare('SELECT total_changes()').pluck().get() !== before;
    };
    for (const name of ['Ann Arbor', 'Ann Arbor', 'Ben Bolt', 'Ben Bolt']) expect(await writes(name), name).toBe(true);
  });
});

describe('two who are kept apart', () => {
  it('C18 hear nothing of each other any more, also when they were introduced before', async () => {
    const hall = await community();
    const { t, mails: sent } = hall;
    const max = mentor(t, 'Max Mentor');
    const ann = asker(t, 'Ann Asker');
    await ask(hall);
    await reply(t, questionIn(sent[0]?.text), 'yes');
    await delivered(t);
    expect(sent.length).toBe(3);
    await keepApart(hall, ann.id, max);
    await daysPass(t, 20);
    expect(sent.slice(3).map(({ subject }) => subject)).toEqual([]);
  });

  it('C18 are not read by each other on their own pages', async () => {
    const hall = await community();
    const { t } = hall;
    const max = mentor(t, 'Max Mentor');
    const ann = asker(t, 'Ann Asker', { line: 'QzWordsZq' });
    await ask(hall);
    const { path, opened } = own(t, max);
    const page = async () => (await t.stranger().post(`${path}/page`, opened)).body;
    expect(await page()).toContain('QzWordsZq');
    await keepApart(hall, ann.id, max);
    expect(await page()).not.toContain('QzWordsZq');
  });
});

describe('C4 from the page of an evening', () => {
  async function atEvening(hall: Hall) {
    const { t, mei, mails: sent } = hall;
    const evening = await makeEvening(t);
    const [student] = evening.students;
    if (!student) throw new Error('a student is needed');
    await mei.post(`${evening.url}/outbox/links`);
    await delivered(t);
    const mail = sent.find(({ to }) => JSON.stringify(to).includes(student.email));
    const [, path = '', secret = ''] = /(\/me\/[^#\s]+)#(\S+)/u.exec(mail?.text ?? '') ?? [];
    const phone = t.stranger();
    await phone.post(`${path}/session`, { secret });
    await phone.put(`${path}/consents`, {
      consents: { publicCard: false, introductions: true, keep: true },
      photo: 'no',
    });
    return { student, phone, path };
  }

  it('what a stranger asked for in somebody’s name does not count when they join', async () => {
    const hall = await community();
    const { t, mei } = hall;
    const { student, phone, path } = await atEvening(hall);
    await join(t, student.name, student.email, asking({ line: 'QzStrangerZq' }));
    const offer = (await phone.post(`${path}/community`, { consents: both })).json<CommunityOffer>();
    expect(offer.state).toBe('member');
    const link = new URL(offer.address);
    const opened = { secret: link.hash.slice(1), language: 'en' };
    const page = (await t.stranger().post(`${link.pathname}/page`, opened)).json<OwnMembership>();
    expect(page.requests).toEqual([]);
    expect((await mei.get('/api/community')).json().counts.requests).toBe(0);
  });

  it('who has an address that was theirs once is not shown the link of the member they are now', async () => {
    const hall = await community();
    const { t } = hall;
    const { phone, path } = await atEvening(hall);
    const offer = (await phone.post(`${path}/community`, { consents: both })).json<CommunityOffer>();
    const [, id = ''] = /\/community\/([^#]+)#/u.exec(offer.address) ?? [];
    expect((await phone.get(`${path}/community`)).json()).toMatchObject({ state: 'member' });
    changeProfile(t.db, id as never, { email: 'elsewhere@example.org' });
    expect((await phone.get(`${path}/community`)).json()).toEqual({ state: 'not-asked', profile: null, address: '' });
  });
});

describe('floods', () => {
  it('C5 one address gets five codes a day, from however many pages', async () => {
    const { t } = await community();
    for (let page = 0; page < 4; page++) {
      const { path, opened } = own(t, member(t, `Eve ${'abcd'[page]}`));
      for (let turn = 0; turn < 4; turn++) {
        const profile = profileSaying(`Eve ${'abcd'[page]}`, { email: 'victim@example.org', years: turn });
        expect((await t.stranger().put(`${path}/profile`, { ...opened, profile, consents: both })).statusCode).toBe(
          200,
        );
        t.clock.advance(60_000);
      }
    }
    expect(stored(t).filter(({ to }) => to === 'victim@example.org').length).toBe(5);
  });

  it('C2 one address is asked ten times a day, under however many names', async () => {
    const { t } = await community();
    for (let turn = 0; turn < 8; turn++) {
      for (const name of ['Ann a', 'Ann b', 'Ann c', 'Ann d', 'Ann e']) await join(t, name, 'victim@example.org');
      t.clock.advance(11 * 60_000);
    }
    expect(stored(t).filter(({ to }) => to === 'victim@example.org').length).toBe(10);
  });

  it('C7 who asks and takes back, over and over, is stopped at sixty in 30 days', async () => {
    const { t } = await community({ smtp: false });
    const ann = member(t, 'Ann Arbor');
    const { path, opened } = own(t, ann);
    for (let times = 0; times < 60; times++) changeRequest(t.db, request(t, ann), { state: 'withdrawn' });
    const send = async () =>
      t.stranger().post(`${path}/requests`, { ...opened, key: freshKey().repeat(2), ask: asking() });
    expect((await send()).json()).toMatchObject({ error: { code: 'too-many-requests' } });
    t.clock.leap(31 * 86_400_000);
    expect((await send()).statusCode).toBe(200);
  });
});

describe('files', () => {
  const upload = async ({ mei }: Hall, kind: string, text: string) =>
    (await mei.upload(`/api/community/imports?kind=${kind}&apply=yes`, Buffer.from(text))).json();

  it('C17 whoever was written down with endless words can still say what is so', async () => {
    const hall = await community();
    const { t, mails: sent } = hall;
    const { id } = await upload(hall, 'members', `name,email,industry\nAnn Arbor,ann@example.org,${'x'.repeat(900)}`);
    await hall.mei.post(`/api/community/imports/${id}/asked`);
    await delivered(t);
    const [, path = '', secret = ''] =
      /https?:\/\/[^/\s]+(\/community\/[^#\s]+)#(\S+)/u.exec(sent[0]?.text ?? '') ?? [];
    const opened = { secret, language: 'en' };
    const { typed, seen } = (await t.stranger().post(`${path}/page`, opened)).json<OwnMembership>();
    const said = await t.stranger().put(`${path}/profile`, { ...opened, profile: typed, consents: both, seen });
    expect(said.json()).toMatchObject({ profile: { name: 'Ann Arbor' } });
  });

  it('C17 an introduction of the future takes nobody’s place of every month', async () => {
    const hall = await community();
    mentor(hall.t, 'Max Mentor', { perMonth: 1 });
    asker(hall.t, 'Ann Asker');
    member(hall.t, 'Ben Before');
    const file = 'asker,mentor,date\nben.before@example.org,max.mentor@example.org,2099-01-01';
    expect(await upload(hall, 'introductions', file)).toMatchObject({
      added: 0,
      problems: [{ row: 2, field: 'date', code: 'date-ahead', value: '2099-01-01' }],
    });
    expect((await proposed(hall.mei)).proposals.length).toBe(1);
  });
});

it('C6 of whoever deletes themselves nothing is left in any table, their words and mails among it', async () => {
  const hall = await community();
  const { t, mails: sent } = hall;
  const max = mentor(t, 'Max Mentor');
  const ann = asker(t, 'Ann QzNameZq', { line: 'QzLineZq' });
  await ask(hall);
  await reply(t, questionIn(sent[0]?.text), 'yes');
  await daysPass(t, 16);
  const met = sent.find(({ subject, to }) => subject?.startsWith('Did you') && JSON.stringify(to).includes('ann.'));
  await reply(t, questionIn(met?.text), 'met', 'QzThanksZq');
  const { path, opened } = own(t, ann.id);
  const profile = profileSaying('Ann QzNameZq', { email: 'QzNew@example.org' });
  await t.stranger().put(`${path}/profile`, { ...opened, profile, consents: both });
  await delivered(t);
  const everything = (): string => {
    const tables = t.db.$client.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    return tables.map((name) => JSON.stringify(t.db.$client.prepare(`SELECT * FROM "${name}"`).all())).join('\n');
  };
  const words = /QzNameZq|QzLineZq|QzThanksZq|qznew/giu;
  expect(everything().match(words)?.length, 'so that the test can fail').toBeGreaterThan(5);
  expect((await t.stranger().post(`${path}/gone`, opened)).statusCode).toBe(200);
  expect(everything().match(words)).toBeNull();
  expect(findProfile(t.db, max)).toBeDefined();
  expect(t.db.select().from(mails).all().length).toBeLessThan(sent.length);
});
