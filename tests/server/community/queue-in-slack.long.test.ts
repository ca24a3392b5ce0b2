import { seconds } from '@lapwing/shared/kernel/time';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { forgetMemberMails } from '../../../server/src/db/retention.ts';
import { introductions, mails, slackMessages } from '../../../server/src/db/schema.ts';
import { slackLine } from '../../../server/src/outbox/slack/slack-line.ts';
import { type Mishap, SIGNING_SECRET } from '../../support/fake-slack.ts';
import { delivered, mailerTo } from '../../support/outbox.ts';
import { accountAt, fakeSlack } from '../../support/slack.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import { asker, community, DAY, daysPass, decide, goes, mentor, proposed, questionIn, reply } from './queue-hall.ts';

/** The real outbox may wait for a busy machine. */
const PATIENCE = { callMs: 5_000 };
const ANN = { id: 'U0ANN', email: 'ann.asker@example.org' };
const MAX = { id: 'U0MAX', email: 'max.mentor@example.org' };

async function goneOut(t: TestApp): Promise<void> {
  for (let n = 0; n < 4; n++) {
    t.clock.advance(0);
    await t.services.slack?.outbox.settled();
    await delivered(t);
  }
}

/** Max was asked for Ann by mail and said yes. @param told what happens at calls of a method */
async function saidYes(people: readonly (typeof ANN)[], told: readonly (readonly [string, Mishap])[] = []) {
  const slack = await fakeSlack();
  slack.people.push(...people);
  for (const [method, mishap] of told) slack.told(method, mishap);
  const options = { slack: { line: slackLine(accountAt(slack), PATIENCE), signingSecret: SIGNING_SECRET } };
  const { t, mei, mails: sent, port } = await community(options);
  const max = mentor(t, 'Max Mentor', { headline: 'Product manager, Northlamp' });
  const ann = asker(t, 'Ann Asker', { line: 'How do <!channel> R&D teams decide?' });
  const [one] = (await proposed(mei)).proposals;
  if (!one) throw new Error('nobody was proposed');
  await decide(mei, one, 'approve');
  await goes(t);
  const question = questionIn(sent[0]?.text);
  expect(await reply(t, question, 'yes')).toMatchObject({ state: 'answered', answer: 'yes' });
  await goneOut(t);
  const messages = () =>
    t.db
      .select()
      .from(slackMessages)
      .all()
      .map(({ state, lastError }) => `${state} ${lastError}`.trim());
  const made = () =>
    t.db
      .select()
      .from(introductions)
      .all()
      .map(({ told: by }) => by);
  /** To whom an introduction went by mail. */
  const mailed = () =>
    sent
      .filter(({ subject }) => subject?.startsWith('You and '))
      .map(({ to }) => /[\w.]+@[\w.]+/u.exec(JSON.stringify(to))?.[0] ?? '')
      .sort();
  return { t, slack, sent, ann, max, question, messages, made, mailed, port };
}

describe('an introduction of the queue, with Slack', () => {
  it('C12 is one message to both, with who they are, the line and one first step, and no mail', async () => {
    const { t, slack, messages, made, mailed, question } = await saidYes([ANN, MAX]);
    expect([messages(), made(), mailed()]).toEqual([['sent'], ['slack'], []]);
    expect(slack.posted).toHaveLength(1);
    expect(slack.posted[0]?.message.text).toBe('Ann, this is Max Mentor. Max, this is Ann Asker.');
    const text = slack.posted[0]?.message.blocks.map((block) => block.text.text).join('\n') ?? '';
    expect(text).toContain('Max Mentor (Product manager, Northlamp)');
    expect(text).toContain('You both said yes to being introduced.');
    expect(text).toContain('Ann wrote: “How do &lt;!channel&gt; R&amp;D teams decide?”');
    expect(text).toContain('A first step: Ann writes one question here');
    expect(text).not.toMatch(/@|http/u);
    await reply(t, question, 'yes');
    t.clock.leap(3_600_000);
    await goneOut(t);
    expect(slack.posted, 'the same answer again').toHaveLength(1);
  });

  it.each([
    ['one is not on Slack', [ANN], [], 'stopped Max is not on Slack.'],
    ['neither is', [], [], 'stopped Ann and Max are not on Slack.'],
    ['one has left it', [ANN, { ...MAX, deleted: true }], [], 'stopped Max is not on Slack.'],
    ['Slack finds nobody', [ANN, MAX], [['users.lookupByEmail', { error: 'users_not_found' }]], 'stopped Ann is'],
    ['we are not let in', [ANN, MAX], [['chat.postMessage', { error: 'not_in_channel' }]], 'refused '],
  ] as const)('C12 goes by mail to both, once, where %s', async (_why, people, told, state) => {
    const { t, slack, messages, made, mailed } = await saidYes(people, told);
    const both = [ANN.email, MAX.email];
    expect([made(), mailed(), slack.posted]).toEqual([['mail'], both, []]);
    expect(messages()).toEqual([expect.stringContaining(state)]);
    t.clock.leap(3_600_000);
    await goneOut(t);
    expect([mailed(), slack.posted]).toEqual([both, []]);
  });

  it('C12 waits where Slack asks to go slower, and goes once', async () => {
    const { t, slack, messages, mailed } = await saidYes([ANN, MAX], [['chat.postMessage', { limited: 20 }]]);
    expect(messages()).toEqual([expect.stringContaining('queued')]);
    t.clock.jumpTo(t.clock.now() + seconds(19));
    await goneOut(t);
    expect(slack.posted).toEqual([]);
    t.clock.jumpTo(t.clock.now() + seconds(2));
    await goneOut(t);
    expect([messages(), mailed(), slack.posted.length]).toEqual([['sent'], [], 1]);
  });

  it('C12 is looked for where the line broke after it arrived, and not posted again', async () => {
    const { t, slack, messages, mailed } = await saidYes([ANN, MAX], [['chat.postMessage', { die: true, done: true }]]);
    t.clock.jumpTo(t.clock.now() + seconds(90));
    await goneOut(t);
    expect([messages(), mailed(), slack.posted.length]).toEqual([['sent'], [], 1]);
  });

  /** The line breaks once it arrived, and the app may not read the conversation: nobody can tell whether it is there. */
  async function inDoubt() {
    const hall = await saidYes([ANN, MAX], [['chat.postMessage', { die: true, done: true }]]);
    hall.slack.told('conversations.history', { error: 'missing_scope' });
    hall.t.clock.jumpTo(hall.t.clock.now() + seconds(90));
    await goneOut(hall.t);
    const mei = await hall.t.organiser('Mei');
    const seen = async () => (await mei.get('/api/community')).json<CommunityView>().inSlack;
    const [one] = await seen();
    const act = async (what: string, id = one?.id) => {
      const answer = await mei.post(`/api/community/slack-messages/${id}/${what}`);
      await goneOut(hall.t);
      return answer;
    };
    return { ...hall, seen, act };
  }

  it('C12 is shown to matchmakers where nobody can tell whether it is there, until they say that it is', async () => {
    const { messages, mailed, slack, seen, act } = await inDoubt();
    expect([messages(), mailed(), slack.posted.length]).toEqual([[expect.stringContaining('unsure')], [], 1]);
    const [one, ...others] = await seen();
    expect(one).toMatchObject({ asker: 'Ann Asker', mentor: 'Max Mentor', reason: expect.stringContaining('Slack') });
    expect(others).toEqual([]);
    expect((await act('arrived', 'nobody-s')).statusCode).toBe(404);
    expect((await act('arrived')).json()).toMatchObject({ inSlack: [] });
    expect((await act('again')).json()).toMatchObject({ error: { code: 'mail-gone' } });
    expect([messages(), mailed(), slack.posted.length]).toEqual([['sent'], [], 1]);
  });

  it.each([
    ['again', ['sent'], [], 2],
    ['by-mail', [expect.stringContaining('stopped')], [ANN.email, MAX.email], 1],
  ] as const)('C12 goes %s where a matchmaker says so, once', async (what, state, byMail, posted) => {
    const { messages, mailed, slack, act } = await inDoubt();
    expect((await act(what)).json()).toMatchObject({ inSlack: [] });
    expect((await act(what)).statusCode).toBe(409);
    expect([messages(), mailed(), slack.posted.length]).toEqual([state, byMail, posted]);
  });

  it('C12 goes by mail at a start without Slack', async () => {
    const { t, messages, sent, port } = await saidYes(
      [ANN, MAX],
      [['users.lookupByEmail', { error: 'token_revoked' }]],
    );
    expect(messages()).toEqual([expect.stringContaining('queued')]);
    await t.close();
    const again = await testApp({ clock: t.clock, dataDir: t.dataDir, mailer: mailerTo(port) });
    await goneOut(again);
    expect(sent.filter(({ subject }) => subject?.startsWith('You and '))).toHaveLength(2);
    expect(again.db.select().from(introductions).all()).toMatchObject([{ told: 'mail' }]);
  });

  it('C13 has its further mails as every other, with answers to the other side', async () => {
    const { t, mailed } = await saidYes([ANN, MAX]);
    await daysPass(t, 8);
    expect(mailed(), 'one each, after a week').toEqual([ANN.email, MAX.email]);
  });

  it('C6 goes with either of the two, and after 100 days', async () => {
    const { t, ann } = await saidYes([ANN, MAX]);
    const mei = await t.organiser('Mei');
    const before = t.clock.now();
    forgetMemberMails(t.db, (before - 1) as never);
    expect(t.db.select().from(slackMessages).all()).toHaveLength(1);
    expect((await mei.delete(`/api/community/members/${ann.id}`)).statusCode).toBe(204);
    expect(t.db.select().from(slackMessages).all()).toEqual([]);
    const later = await saidYes([ANN, MAX]);
    forgetMemberMails(later.t.db, (later.t.clock.now() + DAY) as never);
    expect(later.t.db.select().from(slackMessages).all()).toEqual([]);
    expect(later.t.db.select().from(mails).all()).toEqual([]);
  });
});
