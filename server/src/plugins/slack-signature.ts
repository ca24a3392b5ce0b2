import { createHmac } from 'node:crypto';
import { minutes } from '@lapwing/shared/kernel/time';
import { sameSecret } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A request that is older, or from so far ahead, is not taken. */
const GOOD_FOR = minutes(5);

/** What Slack would write beside this body at this time. @param timestamp in whole seconds */
export const slackSignature = (signingSecret: string, timestamp: string, body: Buffer): string =>
  `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;

/**
 * Tells requests of Slack from all others: signed with our app's secret, at most five minutes old, and each taken once.
 * What is remembered of those that were taken is let go when they would be too old; only Slack can add to it.
 */
export function slackSignatures(signingSecret: string, clock: Clock): (headers: Headers, body: Buffer) => boolean {
  /** Signatures that were taken, and when they may be forgotten; the oldest first. */
  const taken = new Map<string, number>();
  return (headers, body) => {
    const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = headers;
    if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/u.test(timestamp)) return false;
    // the machine's own clock: Slack's is right, and that of a machine that came up wrong is put right while we run
    const now = clock.wall();
    if (Math.abs(now - Number(timestamp) * 1_000) > GOOD_FOR) return false;
    if (!sameSecret(signature, slackSignature(signingSecret, timestamp, body))) return false;
    for (const [old, until] of taken) if (until < now) taken.delete(old);
    if (taken.has(signature)) return false;
    taken.set(signature, now + 2 * GOOD_FOR);
    return true;
  };
}
