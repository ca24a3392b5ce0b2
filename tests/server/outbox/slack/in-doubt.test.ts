import { type EventId, introductionId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { describe, expect, it } from 'vitest';
import { insertSlackMessage } from '../../../../server/src/db/repositories/slack-messages.ts';
import { slackMessages } from '../../../../server/src/db/schema.ts';
import { slackLine } from '../../../../server/src/outbox/slack/slack-line.ts';
import { makeEvening } from '../../../support/evening-builder.ts';
import { SIGNING_SECRET } from '../../../support/fake-slack.ts';
import { accountAt, fakeSlack, LITTLE_SLACK_PATIENCE } from '../../../support/slack.ts';
import { type TestApp, testApp } from '../../../support/test-app.ts';

/** An introduction of Ann and Ben in this state. */
function written(t: TestApp, eventId: EventId, state: 'unsure' | 'queued' | 'sending' | 'stopped', id: string): void {
  insertSlackMessage(t.db, {
    ...{
      id,
      key: id,
      eventId,
      introductionId: introductionId(id),
      state,
      heading: 'H',
      body: 'B',
      createdAt: instant(1),
    },
    ...{ oneId: null, oneName: 'Ann', oneAddress: 'ann@example.org', nextAttemptAt: instant(1), lastError: 'Why.' },
    ...{ otherId: null, otherName: 'Ben', otherAddress: 'ben@example.org', channel: 'G1' },
  });
}

async function hall(on: boolean) {
  const slack = await fakeSlack();
  const line = slackLine(accountAt(slack), LITTLE_SLACK_PATIENCE);
  const t = await testApp(on ? { slack: { line, signingSecret: SIGNING_SECRET } } : {});
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const view = async () => (await ada.get(`${evening.url}/outbox`)).json<OutboxView>().slack;
  const act = async (id: string, what: string) =>
    (await ada.post(`${evening.url}/slack-messages/${id}/${what}`)).statusCode;
  return { slack, t, ada, evening, view, act };
}

const states = (t: TestApp): string =>
  t.db
    .select()
    .from(slackMessages)
    .all()
    .map(({ state }) => state)
    .join(' ');

describe('an introduction of which nobody knows whether it is in Slack', () => {
  it('is shown with its reason, and goes again, or not, as the organiser says', async () => {
    const { slack, t, evening, view, act } = await hall(true);
    for (const id of ['a', 'b', 'c']) written(t, evening.id, 'unsure', id);
    expect(await view()).toMatchObject({
      on: true,
      counts: { unsure: 3 },
      lines: [{ id: 'c', one: 'Ann', other: 'Ben', state: 'unsure', reason: 'Why.' }, { id: 'b' }, { id: 'a' }],
    });
    expect([await act('a', 'again'), await act('b', 'arrived'), await act('c', 'by-mail')]).toEqual([204, 204, 204]);
    t.clock.advance(0);
    await t.services.slack?.outbox.settled();
    expect(states(t)).toBe('sent sent stopped');
    expect(slack.posted).toHaveLength(1);
    expect([await act('a', 'again'), await act('c', 'again'), await act('x', 'again')]).toEqual([409, 409, 404]);
    expect(await act('a', 'stop')).toBe(400);
  });

  it('goes nowhere while it is on its way, whoever presses', async () => {
    const { t, evening, act } = await hall(true);
    written(t, evening.id, 'queued', 'a');
    written(t, evening.id, 'sending', 'b');
    expect([await act('a', 'again'), await act('b', 'by-mail')]).toEqual([409, 409]);
    expect(states(t)).toBe('queued sending');
  });
});

describe('Slack in the outbox', () => {
  it('is not there without Slack, and is as long as something of it is left', async () => {
    const { t, evening, view, act } = await hall(false);
    expect(await view()).toBeNull();
    written(t, evening.id, 'unsure', 'a');
    expect(await view()).toMatchObject({ on: false, trouble: null, counts: { unsure: 1 } });
    expect(await act('a', 'again')).toBe(204);
    expect(states(t)).toBe('stopped');
  });

  it('tells its trouble, and *Try now* tries both', async () => {
    const { slack, t, ada, evening, view } = await hall(true);
    slack.always('users.lookupByEmail', { error: 'token_revoked' });
    written(t, evening.id, 'queued', 'a');
    t.services.slack?.outbox.wake();
    t.clock.advance(0);
    await t.services.slack?.outbox.settled();
    expect((await view())?.trouble?.reason).toContain('install it again');
    slack.always('users.lookupByEmail', null);
    await ada.post(`${evening.url}/outbox`, { act: 'try', kind: null });
    t.clock.advance(0);
    await t.services.slack?.outbox.settled();
    expect((await view())?.trouble).toBeNull();
    expect(states(t)).toBe('sent');
  });
});

describe('a start without Slack', () => {
  it('leaves nothing waiting for it: what was queued goes by mail, what was on its way is in doubt', async () => {
    const first = await hall(true);
    written(first.t, first.evening.id, 'queued', 'a');
    written(first.t, first.evening.id, 'sending', 'b');
    written(first.t, first.evening.id, 'unsure', 'c');
    await first.t.close();
    const again = await testApp({ clock: first.t.clock, dataDir: first.t.dataDir });
    expect(states(again)).toBe('stopped unsure unsure');
    expect(again.db.select().from(slackMessages).all()[0]?.lastError).toBe('Slack is switched off.');
  });
});
