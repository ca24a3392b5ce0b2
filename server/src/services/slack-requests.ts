import type { Language } from '@lapwing/shared/kernel/language';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import type { SlackQueue } from '@lapwing/shared/slack/slack-words';
import { isOnFile } from '../db/repositories/members.ts';
import { countSlackMessages } from '../db/repositories/slack-messages.ts';
import { findStaffByEmail } from '../db/repositories/staff.ts';
import type { Services } from './services.ts';

/** Somebody asks in Slack to be introduced. */
export interface AskedInSlack {
  /** Theirs, as Slack has it. */
  readonly address: string;
  /** What they typed after the command. */
  readonly text: string;
  readonly language: Language;
}

/** taken: kept as a request of theirs; elsewhere: requests are kept at an address of ours; unknown: so, and nobody here has their address. */
export type SlackAsk =
  | { readonly kind: 'taken' }
  | { readonly kind: 'elsewhere' | 'unknown'; readonly address: string };

/** What becomes of a request that comes from Slack. The members' own requests take its place here. */
export type RequestFromSlack = (services: Services, asked: AskedInSlack) => SlackAsk;

/** Until members can ask in Slack: where they can. */
export const requestFromSlack: RequestFromSlack = ({ db, linkOrigin }, { address }) => ({
  kind: isOnFile(db, emailKey(address)) ? 'elsewhere' : 'unknown',
  address: linkOrigin(),
});

/** What a matchmaker sees of the queue: an organiser with this address; null for everybody else. */
export function queueFor(
  { db, linkOrigin }: Services,
  address: string,
): (SlackQueue & { readonly address: string }) | null {
  if (findStaffByEmail(db, address.toLowerCase()) === undefined) return null;
  const counts = new Map(countSlackMessages(db, null).map(({ state, count }) => [state, count]));
  const of = (state: 'queued' | 'sending' | 'unsure'): number => counts.get(state) ?? 0;
  return { onTheWay: of('queued') + of('sending'), inDoubt: of('unsure'), address: `${linkOrigin()}/` };
}
