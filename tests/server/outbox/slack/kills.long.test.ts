import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { introductionId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { expect, it, onTestFinished } from 'vitest';
import { type Db, openDb } from '../../../../server/src/db/connection.ts';
import { countSlackMessages } from '../../../../server/src/db/repositories/slack-messages.ts';
import { slackMessages } from '../../../../server/src/db/schema.ts';
import { commit } from '../../../../server/src/db/transact.ts';
import { fakeSlack } from '../../../support/slack.ts';
import { MIGRATIONS, temporaryFolder } from '../../../support/test-app.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..', '..');
/** `KILLS=200` for the whole number. */
const KILLS = Number(process.env.KILLS ?? 36);
const DOUBT_MS = 20;
/** More than are posted before the last kill. */
const MESSAGES = 90 + Math.ceil(1.8 * KILLS);
/** Calls of one life at most; a message takes four. */
const MOST_CALLS = 9;

/**
 * How a life ends at a call: Slack never got it; Slack has done what was asked and the answer is lost; or the answer is on
 * its way back.
 */
const ENDS = ['never arrived', 'done, not answered', 'answered'] as const;

const over = (child: ChildProcess): Promise<void> => new Promise((done) => child.once('exit', () => done()));
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A sender that waits to be told; the next one gets ready while this one lives. */
function senders(dataDir: string, api: URL): () => Promise<ChildProcess> {
  const script = join(ROOT, 'tests/support/slack-and-die.ts');
  const made = async (): Promise<ChildProcess> => {
    const given = ['--import', 'tsx', script, dataDir, api.href, String(DOUBT_MS)];
    const child = spawn(process.execPath, given, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await new Promise((ready) => child.stdout?.once('data', ready));
    return child;
  };
  let next = made();
  return async () => {
    const child = await next;
    next = made();
    child.stdin?.write('go\n');
    return child;
  };
}

function fill(db: Db): void {
  commit(db, (tx) => {
    for (let n = 0; n < MESSAGES; n++)
      tx.insert(slackMessages)
        .values({
          ...{ id: `message${n}`, key: `introduction:${n}`, introductionId: introductionId(`i${n}`) },
          ...{ oneName: 'Ann', oneAddress: `ann${n}@example.org`, otherName: 'Ben', otherAddress: 'ben@example.org' },
          ...{ heading: 'H', body: 'B', state: 'queued', createdAt: instant(n), nextAttemptAt: instant(n) },
        })
        .run();
  });
}

it(`${KILLS} times kill -9 while introductions go out: each is in Slack once, none twice and none lost`, async () => {
  const slack = await fakeSlack();
  for (let n = 0; n < MESSAGES; n++) slack.people.push({ id: `U${n}`, email: `ann${n}@example.org` });
  const dataDir = temporaryFolder();
  const db = await openDb(dataDir, MIGRATIONS);
  onTestFinished(() => void db.$client.close());
  fill(db);
  const sender = senders(dataDir, slack.api);
  /** Ends that came at a post, by kind; and how often Slack was asked afterwards. */
  const atPosts = new Map<string, number>();
  for (let kill = 0; kill < KILLS; kill++) {
    const child = await sender();
    const ended = over(child);
    const how = ENDS[kill % ENDS.length] ?? 'answered';
    // half of them at a post, whatever comes before it
    const atPost = kill % 4 < 2;
    let left = 1 + (atPost ? kill % 2 : (kill * 7) % MOST_CALLS);
    slack.watch((method) => {
      if (!atPost || method === 'chat.postMessage') left -= 1;
      if (left !== 0) return 'answer';
      if (method === 'chat.postMessage') atPosts.set(how, (atPosts.get(how) ?? 0) + 1);
      if (how === 'answered') setTimeout(() => child.kill('SIGKILL'), kill % 4);
      else child.kill('SIGKILL');
      return how === 'never arrived' ? 'drop' : 'answer';
    });
    await ended;
    expect(
      countSlackMessages(db, null).find(({ state }) => state === 'queued')?.count,
      'something is left',
    ).toBeTruthy();
  }
  slack.watch(null);
  await sender();
  while (countSlackMessages(db, null).some(({ state }) => state === 'queued' || state === 'sending')) await sleep(200);
  const marks = slack.posted.map(({ message }) => message.blocks[0]?.block_id);
  expect(marks.length - new Set(marks).size, 'doubled').toBe(0);
  expect(MESSAGES - new Set(marks).size, 'lost').toBe(0);
  expect(countSlackMessages(db, null)).toEqual([{ state: 'sent', count: MESSAGES }]);
  for (const how of ENDS) expect(atPosts.get(how) ?? 0, `${how}: so that the test can fail`).toBeGreaterThan(5);
  expect(slack.calls.filter((method) => method === 'conversations.history').length).toBeGreaterThan(KILLS / 10);
}, 1_800_000);
