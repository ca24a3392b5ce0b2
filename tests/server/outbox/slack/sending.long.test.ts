import { minutes } from '@lapwing/shared/kernel/time';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WAITS } from '../../../../server/src/outbox/waits.ts';
import { makeEvening } from '../../../support/evening-builder.ts';
import { type Mishap, openFakeSlack } from '../../../support/fake-slack.ts';
import { freePort } from '../../../support/real-server.ts';
import { DOUBT, fakeSlack, slackOut } from '../../../support/slack.ts';
import { testApp } from '../../../support/test-app.ts';

const opened = async () => {
  const slack = await fakeSlack();
  const t = await testApp();
  return { slack, t, out: slackOut(t, slack) };
};

describe('an introduction on its way into Slack', () => {
  it('is one message to both, in a conversation of the three, and carries our mark', async () => {
    const { slack, out } = await opened();
    out.queued({ heading: 'Ann & Ben <3', body: 'You met.\n<!channel> <@UBEN> said: "hi"' });
    await out.delivered();
    expect(slack.calls).toEqual([
      ...['users.lookupByEmail', 'users.lookupByEmail', 'conversations.open', 'chat.postMessage'],
    ]);
    const [post] = slack.posted;
    const [row] = out.stored();
    expect(post?.form.get('text')).toBe('Ann &amp; Ben &lt;3');
    expect(post?.message.blocks.map(({ text }) => text.text).join()).toBe(
      'Ann &amp; Ben &lt;3\n\nYou met.\n&lt;!channel&gt; &lt;@UBEN&gt; said: "hi"',
    );
    expect(post?.message.metadata).toEqual({ event_type: 'lapwing_introduction', event_payload: { key: row?.id } });
    expect(post?.message.blocks[0]?.block_id).toBe(row?.id);
    expect(Object.fromEntries(post?.form ?? [])).toMatchObject({
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
    });
    expect(row).toMatchObject({
      state: 'sent',
      attempts: 1,
      channel: post?.channel,
      lastError: '',
      nextAttemptAt: null,
    });
    expect(row?.sentAt).not.toBeNull();
  });

  it('is queued once for one key, and goes when its event is there', async () => {
    const { slack, t, out } = await opened();
    const ada = await t.organiser();
    const { id, url } = await makeEvening(t);
    await ada.delete(url);
    out.queued({ key: 'introduction:x', eventId: id });
    out.queued({ key: 'introduction:x', eventId: id });
    await out.delivered();
    expect(out.states()).toBe('queued');
    await ada.post(`${url}/restore`);
    await out.later(minutes(1));
    expect(out.states()).toBe('sent');
    expect(slack.posted).toHaveLength(1);
  });

  it('of a long text is cut into sections that Slack takes', async () => {
    const { slack, out } = await opened();
    out.queued({ body: `${'line of some length & more\n'.repeat(300)}${'<'.repeat(4_000)}` });
    await out.delivered();
    const texts = slack.posted[0]?.message.blocks.map(({ text }) => text.text) ?? [];
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3_000);
    expect(texts.join('').match(/&lt;/gu)).toHaveLength(4_000);
    expect(texts.join('').match(/&amp; more/gu)).toHaveLength(300);
  });

  it.each([
    ['one is not there', ['UBEN'], 'Ben is not on Slack.'],
    ['none is there', ['UANN', 'UBEN'], 'Ann and Ben are not on Slack.'],
  ])('goes another way where %s, in the same transaction', async (_what, gone, reason) => {
    const { slack, out } = await opened();
    slack.people.splice(0, 2, ...slack.people.filter(({ id }) => !gone.includes(id)));
    out.queued();
    await out.delivered();
    expect(out.stored()[0]).toMatchObject({ state: 'stopped', lastError: reason, attempts: 0 });
    expect(out.missed.map(({ lastError }) => lastError)).toEqual([reason]);
    expect(slack.posted).toEqual([]);
  });

  it('goes another way where somebody has left Slack, is an app, or is both of them', async () => {
    const { slack, out } = await opened();
    slack.people.push({ id: 'UX', email: 'gone@example.org', deleted: true });
    slack.people.push({ id: 'UY', email: 'bot@example.org', is_bot: true });
    slack.people.push({ id: 'UANN', email: 'a.lee@example.org' });
    for (const address of ['gone@example.org', 'bot@example.org', 'a.lee@example.org'])
      out.queued({ other: { id: null, name: 'Mei', address } });
    await out.delivered();
    expect(out.stored().map(({ lastError }) => lastError)).toEqual([
      ...['Mei is not on Slack.', 'Mei is not on Slack.', 'Both addresses belong to one person in Slack.'],
    ]);
    expect(out.missed).toHaveLength(3);
  });

  it('that is written while another is on its way goes after it', async () => {
    const { slack, out } = await opened();
    slack.told('users.lookupByEmail', { slow: 30 });
    for (let n = 0; n < 4; n++) out.queued();
    await out.delivered();
    expect(out.states()).toBe('sent sent sent sent');
    expect(slack.posted).toHaveLength(4);
  });
});

describe('a Slack that says no', () => {
  it.each(['not_in_channel', 'channel_not_found', 'user_disabled', 'some_new_word'])(
    'to this one (%s): it is refused with a reason, and goes another way',
    async (error) => {
      const { slack, out } = await opened();
      slack.told('chat.postMessage', { error });
      out.queued();
      out.queued();
      await out.delivered();
      expect(out.states()).toBe('refused sent');
      expect(out.stored()[0]?.lastError).toMatch(/^[A-Z].+\.$/u);
      expect(out.missed).toHaveLength(1);
      expect(out.outbox.trouble()).toBeNull();
    },
  );

  it.each([
    ['users.lookupByEmail', 'invalid_auth', 'SLACK_BOT_TOKEN'],
    ['chat.postMessage', 'token_revoked', 'install it again'],
    ['conversations.open', 'account_inactive', 'install it again'],
  ])('to our app at %s (%s): all wait, and the reason says what to do', async (method, error, words) => {
    const { slack, out } = await opened();
    slack.always(method, { error });
    for (let n = 0; n < 3; n++) out.queued();
    await out.delivered();
    expect(out.states()).toBe('queued queued queued');
    expect(slack.calls.filter((call) => call === method)).toHaveLength(1);
    expect(out.outbox.trouble()?.reason).toContain(words);
    await out.later(minutes(1));
    expect(slack.calls.filter((call) => call === method)).toHaveLength(2);
    slack.always(method, null);
    out.outbox.insist();
    await out.delivered();
    expect(out.states()).toBe('sent sent sent');
    expect(out.outbox.trouble()).toBeNull();
    expect(out.missed).toEqual([]);
    expect(slack.posted).toHaveLength(3);
  });

  it('for a scope: the reason names it', async () => {
    const { slack, out } = await opened();
    slack.told('conversations.open', { error: 'missing_scope', needed: 'mpim:write' });
    out.queued();
    await out.delivered();
    expect(out.outbox.trouble()?.reason).toBe(
      'The app may not do this in Slack: add the scope mpim:write, and install it again.',
    );
  });

  it('for going too fast: all wait as long as it says, and no call is made before', async () => {
    const { slack, out } = await opened();
    slack.told('chat.postMessage', { limited: 7 }, null, { limited: null });
    for (let n = 0; n < 3; n++) out.queued();
    await out.delivered();
    const calls = slack.calls.length;
    await out.later(6_900);
    expect(slack.calls).toHaveLength(calls);
    expect(out.outbox.trouble()?.reason).toBe('Slack asks to go slower.');
    await out.later(200);
    expect(out.states()).toBe('sent queued queued');
    await out.later(29_000);
    expect(out.states(), 'a pause that is not told is half a minute').toBe('sent queued queued');
    await out.later(1_500);
    expect(out.states()).toBe('sent sent sent');
    expect(slack.posted).toHaveLength(3);
  });

  it('again and again at one message: the others go, and it is given up with the reason after the last wait', async () => {
    const { slack, out } = await opened();
    slack.people.push({ id: 'UODD', email: 'odd@example.org' });
    out.queued({ one: { id: null, name: 'Odd', address: 'odd@example.org' } });
    out.queued();
    const hiccup: Mishap = { error: 'internal_error' };
    slack.told('users.lookupByEmail', hiccup);
    await out.delivered();
    expect(out.states()).toBe('queued sent');
    for (const wait of WAITS) {
      slack.told('users.lookupByEmail', hiccup);
      await out.later(wait * 1.21);
    }
    expect(out.states()).toBe('refused sent');
    expect(out.missed).toHaveLength(1);
  });
});

describe('a Slack that cannot be reached', () => {
  it('is not there: nothing is lost, one at a time asks again, and all go when it is back', async () => {
    const port = await freePort();
    const t = await testApp();
    const out = slackOut(t, { api: new URL(`http://127.0.0.1:${port}/api/`) });
    for (let n = 0; n < 3; n++) out.queued();
    await out.delivered();
    expect(out.states()).toBe('queued queued queued');
    expect(out.outbox.trouble()?.reason).toBe('Slack cannot be reached: the connection is refused.');
    const slack = await openFakeSlack(port);
    onTestFinished(slack.close);
    slack.people.push({ id: 'UANN', email: 'ann@example.org' }, { id: 'UBEN', email: 'ben@example.org' });
    await out.later(minutes(1));
    expect(out.states()).toBe('sent sent sent');
  });

  it.each<[string, Mishap, string]>([
    ['is silent', { hang: true }, 'Slack does not answer.'],
    ['hangs up', { die: true }, 'Slack closed the connection.'],
    ['is broken', { status: 503 }, 'Slack answers with the error 503.'],
    ['is a page of something in between', { page: '<html>Sign in to the Wi-Fi' }, 'What answers is not Slack.'],
    ['sends us elsewhere', { status: 302 }, 'Slack answers with the error 302.'],
    ['talks without end', { page: 'x'.repeat(70_000) }, 'Slack cannot be reached: The answer is too long.'],
  ])('%s before it has the message: it waits', async (_what, mishap, reason) => {
    const { slack, out } = await opened();
    slack.told('conversations.open', mishap);
    out.queued();
    await out.delivered();
    expect(out.stored()[0]).toMatchObject({ state: 'queued', lastError: reason });
    expect(out.outbox.trouble()?.reason).toBe(reason);
    await out.later(minutes(1));
    expect(out.states()).toBe('sent');
    expect(slack.posted).toHaveLength(1);
  });
});

describe('a message of which nobody knows whether it went out', () => {
  it.each<[string, Mishap]>([
    ['hangs', { hang: true, done: true }],
    ['hangs up', { die: true, done: true }],
  ])('because Slack %s after it has it: Slack is asked, and it is not posted again', async (_what, mishap) => {
    const { slack, out } = await opened();
    slack.told('chat.postMessage', mishap);
    out.queued();
    await out.delivered();
    expect(out.states()).toBe('sending');
    expect(slack.calls).not.toContain('conversations.history');
    await out.later(DOUBT);
    await out.later(minutes(1));
    expect(out.states()).toBe('sent');
    expect(slack.posted).toHaveLength(1);
  });

  it.each<[string, Mishap]>([
    ['hangs', { hang: true }],
    ['hangs up', { die: true }],
    ['fails', { error: 'fatal_error' }],
    ['is broken', { status: 500 }],
  ])('because Slack %s before it has it: Slack is asked, and it goes again', async (_what, mishap) => {
    const { slack, out } = await opened();
    slack.told('chat.postMessage', mishap);
    out.queued();
    await out.delivered();
    await out.later(DOUBT);
    await out.later(minutes(1));
    expect(out.states()).toBe('sent');
    expect(slack.calls).toContain('conversations.history');
    expect(slack.posted).toHaveLength(1);
  });

  it('is found by the name of its block where Slack keeps no metadata, and many pages back', async () => {
    const { slack, out } = await opened();
    slack.told('chat.postMessage', { hang: true, done: true });
    out.queued();
    await out.delivered();
    const [messages] = [...slack.conversations.values()];
    const [ours] = messages?.splice(0) ?? [];
    if (!ours || !messages) throw new Error('no message was posted');
    const { metadata, ...bare } = ours;
    messages.push(bare, ...Array.from({ length: 100 }, () => ({ ts: '1', text: 'Thank you!', blocks: [] })));
    await out.later(minutes(1));
    expect(out.states()).toBe('sent');
    expect(slack.calls.filter((call) => call === 'conversations.history')).toHaveLength(7);
    expect(slack.posted).toHaveLength(1);
  });

  it.each<[string, Mishap | null, string]>([
    ['may not be looked for', { error: 'missing_scope', needed: 'mpim:history' }, 'mpim:history'],
    ['has lost its conversation', { error: 'channel_not_found' }, 'not there any more'],
    ['is too far back', null, 'too long'],
  ])('and that %s stays where it is: a person decides', async (_what, mishap, words) => {
    const { slack, out } = await opened();
    slack.told('chat.postMessage', { hang: true, done: true });
    out.queued();
    await out.delivered();
    const [messages] = [...slack.conversations.values()];
    messages?.push(...Array.from({ length: 400 }, () => ({ ts: '1', text: 'Hello', blocks: [] })));
    slack.always('conversations.history', mishap);
    await out.later(minutes(1));
    expect(out.stored()[0]).toMatchObject({ state: 'unsure', lastError: expect.stringContaining(words) });
    await out.later(minutes(10_000));
    expect(slack.posted).toHaveLength(1);
    expect(out.missed).toEqual([]);
  });

  it('is asked after until Slack is there again', async () => {
    const { slack, out } = await opened();
    slack.told('chat.postMessage', { hang: true, done: true });
    slack.told(
      'conversations.history',
      { hang: true },
      { error: 'invalid_auth' },
      { limited: 90 },
      { error: 'fatal_error' },
    );
    out.queued();
    await out.delivered();
    for (let n = 0; n < 8; n++) await out.later(minutes(1));
    expect(out.states()).toBe('sent');
    expect(slack.calls.filter((call) => call === 'conversations.history')).toHaveLength(5);
    expect(slack.posted).toHaveLength(1);
  });
});
