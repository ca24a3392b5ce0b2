import type { Attendee } from '@lapwing/shared/event/roster';
import type { EveningIntroductions } from '@lapwing/shared/protocol/introductions-api';
import { describe, expect, it } from 'vitest';
import { slackMessages } from '../../../../server/src/db/schema.ts';
import { slackLine } from '../../../../server/src/outbox/slack/slack-line.ts';
import { type EveningOfPicks, eveningOfPicks, LAST_BELL, MINUTE, SAID } from '../../../support/evening-of-picks.ts';
import { type FakeSlack, SIGNING_SECRET } from '../../../support/fake-slack.ts';
import type { MailServer } from '../../../support/mail-server.ts';
import { delivered, mailerTo, mailServer } from '../../../support/outbox.ts';
import { accountAt, fakeSlack } from '../../../support/slack.ts';
import { testApp } from '../../../support/test-app.ts';

const HALL = { students: 12, mentors: 4, tables: 4, seats: 3 } as const;
/** The real outbox may wait for a busy machine. */
const PATIENCE = { callMs: 5_000 };

interface Night {
  readonly e: EveningOfPicks;
  readonly slack: FakeSlack;
  readonly server: MailServer;
}

async function night(): Promise<Night> {
  const slack = await fakeSlack();
  const server = await mailServer();
  const line = slackLine(accountAt(slack), PATIENCE);
  const options = { mailer: mailerTo(server.port), slack: { line, signingSecret: SIGNING_SECRET } };
  return { e: await eveningOfPicks(HALL, true, options), slack, server };
}

const onSlack = ({ slack }: Night, ...people: readonly Attendee[]): void =>
  people.forEach(({ id, email }, n) => {
    slack.people.push({ id: `U${n}${id.replace(/[^A-Z0-9]/gu, '')}`, email });
  });

/** Until the introduction is made and everything of it went out. */
async function introduced({ e }: Night, one: Attendee, other: Attendee): Promise<void> {
  await e.say(one, other, { line: SAID });
  await e.say(other, one);
  await e.agree(one, other);
  e.t.clock.leap(LAST_BELL);
  e.t.clock.leap(12 * MINUTE);
  await goneOut(e);
}

async function goneOut({ t }: Pick<EveningOfPicks, 't'>): Promise<void> {
  for (let n = 0; n < 4; n++) {
    t.clock.advance(0);
    await t.services.slack?.outbox.settled();
    await delivered(t);
  }
}

const told = ({ e }: Night): unknown =>
  e.t.db.$client.prepare("SELECT state || ' ' || told FROM introductions").pluck().all();
const messages = ({ e }: Night): string =>
  e.t.db
    .select()
    .from(slackMessages)
    .all()
    .map(({ state }) => state)
    .join(' ');

describe('an introduction of an evening, with Slack', () => {
  it('H15 is one message to both, with where they met, the line, one first step and by whom, and no mail', async () => {
    const n = await night();
    const { ann, max } = n.e;
    onSlack(n, ann, max);
    await introduced(n, ann, max);
    expect(told(n)).toEqual(['released slack']);
    expect(messages(n)).toBe('sent');
    expect(n.slack.posted).toHaveLength(1);
    const text = n.slack.posted[0]?.message.blocks.map((block) => block.text.text).join('\n') ?? '';
    expect(text).toContain(`Student1, this is ${max.name}.`);
    expect(text).toContain('You met in round 1 of Careers Night');
    expect(text).toContain(`Student1 wrote: “${SAID}”`);
    expect(text).toContain('A first step: Student1 writes one question here');
    expect(text).toContain('You are introduced by Careers Night.');
    expect(text).not.toMatch(/@|http/u);
    expect(n.server.mails).toEqual([]);
    const shown = (await n.e.ada.get(`${n.e.evening.url}/introductions`)).json<EveningIntroductions>();
    expect(shown).toMatchObject({ slack: true, introductions: [{ state: 'sent', by: 'slack', reason: '' }] });
    expect((await n.e.own(ann)).after?.standings).toEqual([{ about: max.id, stands: 'sent', passedTo: null }]);
  });

  it('goes by mail to both where one is not on Slack, once, and the outbox says why', async () => {
    const n = await night();
    const { ann, max, ada, evening } = n.e;
    onSlack(n, ann);
    await introduced(n, ann, max);
    expect(told(n)).toEqual(['released mail']);
    expect(messages(n)).toBe('stopped');
    expect([...n.server.asked].sort()).toEqual([ann.email, max.email].sort());
    const { slack } = (await ada.get(`${evening.url}/outbox`)).json<{ slack: { lines: { reason: string }[] } }>();
    expect(slack.lines.map(({ reason }) => reason)).toEqual([`${max.name.split(' ')[0]} is not on Slack.`]);
    n.e.t.clock.leap(60 * MINUTE);
    await goneOut(n.e);
    expect(n.server.mails).toHaveLength(2);
    expect(n.slack.posted).toEqual([]);
  });

  it('goes by mail where Slack will not have it, and at a start without Slack', async () => {
    const n = await night();
    const { ann, bob, max } = n.e;
    onSlack(n, ann, bob, max);
    n.slack.told('chat.postMessage', { error: 'restricted_action' });
    await introduced(n, ann, max);
    expect(messages(n)).toBe('refused');
    expect(n.server.mails).toHaveLength(2);
    n.slack.always('users.lookupByEmail', { error: 'token_revoked' });
    await n.e.say(bob, max);
    await n.e.say(max, bob);
    await n.e.agree(bob);
    n.e.t.clock.leap(2 * MINUTE);
    await goneOut(n.e);
    expect(messages(n)).toBe('refused queued');
    await n.e.t.close();
    const again = await testApp({
      ...{ clock: n.e.t.clock, dataDir: n.e.t.dataDir, mailer: mailerTo(n.server.port) },
    });
    await goneOut({ t: again });
    expect(n.server.mails).toHaveLength(4);
    expect(n.slack.posted).toEqual([]);
  });

  it('goes with whoever erases themselves: nothing of it is left', async () => {
    const n = await night();
    const { ann, max } = n.e;
    onSlack(n, ann, max);
    await introduced(n, ann, max);
    await n.e.phones.get(ann.id)?.delete(`/me/${ann.id}`);
    expect(messages(n)).toBe('');
  });
});
