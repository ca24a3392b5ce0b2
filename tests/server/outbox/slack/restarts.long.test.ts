import { minutes } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import { DOUBT, fakeSlack, slackOut } from '../../../support/slack.ts';
import { testApp } from '../../../support/test-app.ts';

describe('the end of the server', () => {
  it('polite: what is on its way is waited for a moment, and comes back known; the rest goes the next time', async () => {
    const slack = await fakeSlack();
    const t = await testApp();
    const out = slackOut(t, slack);
    slack.told('chat.postMessage', { slow: 150 });
    for (let n = 0; n < 3; n++) out.queued();
    t.clock.advance(0);
    while (!slack.calls.includes('chat.postMessage')) await new Promise((soon) => setTimeout(soon, 2));
    await out.outbox.stop();
    expect(out.states()).toBe('sent queued queued');
    const again = slackOut(t, slack);
    await again.delivered();
    expect(again.states()).toBe('sent sent sent');
    expect(slack.posted).toHaveLength(3);
  });

  it('polite, while Slack hangs: the line is cut, and Slack is asked the next time', async () => {
    const slack = await fakeSlack();
    const t = await testApp();
    const out = slackOut(t, slack);
    slack.told('chat.postMessage', { hang: true, done: true });
    out.queued();
    t.clock.advance(0);
    while (!slack.calls.includes('chat.postMessage')) await new Promise((soon) => setTimeout(soon, 2));
    await out.outbox.stop();
    expect(out.states()).toBe('sending');
    const again = slackOut(t, slack);
    await again.later(DOUBT);
    expect(again.states()).toBe('sent');
    expect(slack.posted).toHaveLength(1);
  });

  it.each([
    ['has the message', true],
    ['does not have it', false],
  ])('without a word, and Slack %s: it is asked before anything is posted, and both get one', async (_what, done) => {
    const slack = await fakeSlack();
    const t = await testApp();
    const out = slackOut(t, slack);
    slack.told('chat.postMessage', done ? { hang: true, done } : { hang: true });
    out.queued();
    await out.delivered();
    t.db.$client.exec('UPDATE slack_messages SET next_attempt_at = NULL');
    const again = slackOut(t, slack);
    await again.later(DOUBT - 1_000);
    expect(slack.calls, 'what was under way may still arrive').not.toContain('conversations.history');
    await again.later(1_000);
    await again.later(minutes(1));
    expect(again.states()).toBe('sent');
    expect(slack.posted).toHaveLength(1);
  });
});

describe('a disk in trouble', () => {
  it('that does not take "sending" posts nothing; one that does not take the outcome is asked until it does', async () => {
    const slack = await fakeSlack();
    const t = await testApp();
    const out = slackOut(t, slack, { failed: () => {} });
    out.queued();
    const full = (when: string): void =>
      void t.db.$client.exec(
        `CREATE TRIGGER full BEFORE UPDATE ON slack_messages WHEN NEW.state = '${when}' BEGIN SELECT RAISE(ABORT, 'full'); END`,
      );
    full('sending');
    await out.delivered();
    expect(out.states()).toBe('queued');
    expect(slack.posted).toEqual([]);
    t.db.$client.exec('DROP TRIGGER full');
    full('sent');
    t.clock.jumpTo(t.clock.now() + minutes(1));
    t.clock.advance(0);
    while (slack.posted.length === 0) await new Promise((soon) => setTimeout(soon, 2));
    await new Promise((soon) => setTimeout(soon, 20));
    expect(out.states()).toBe('sending');
    t.db.$client.exec('DROP TRIGGER full');
    while (out.states() === 'sending') {
      t.clock.advance(1_000);
      await new Promise((soon) => setTimeout(soon, 2));
    }
    expect(out.states()).toBe('sent');
    expect(slack.posted).toHaveLength(1);
  });
});

describe('a message that is stopped or erased while the two are looked for', () => {
  it('is not posted', async () => {
    const slack = await fakeSlack();
    const t = await testApp();
    const out = slackOut(t, slack);
    slack.told('conversations.open', { slow: 30 }, { slow: 30 });
    out.queued();
    out.queued();
    t.clock.advance(0);
    while (!slack.calls.includes('conversations.open')) await new Promise((soon) => setTimeout(soon, 2));
    t.db.$client.exec("DELETE FROM slack_messages WHERE rowid = 1; UPDATE slack_messages SET state = 'stopped'");
    await out.delivered();
    expect(slack.posted).toEqual([]);
    expect(out.missed).toEqual([]);
  });
});
