import { createHash } from 'node:crypto';
import { MOST_REQUESTS, REQUEST_LENGTH } from '@lapwing/shared/community/profile';
import { DEFAULT_LANGUAGE, type Language } from '@lapwing/shared/kernel/language';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import type { SlackHomeFacts, SlackQueue, SlackRequest } from '@lapwing/shared/slack/slack-home';
import { unescaped } from '@lapwing/shared/slack/slack-message';
import { type SlackAnswers, slackAnswers } from '@lapwing/shared/slack/slack-words';
import { findProfilesAt, type ProfileRow } from '../db/repositories/community-profiles.ts';
import { listRequestsOf } from '../db/repositories/intro-requests.ts';
import { listProposals } from '../db/repositories/proposals.ts';
import { countSlackMessages, slackMessagesIn } from '../db/repositories/slack-messages.ts';
import { findStaffByEmail } from '../db/repositories/staff.ts';
import { commit, type Tx } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { keepRequest } from './asking.ts';
import { fieldWords } from './intro-mails.ts';
import { ownRequests } from './own-history.ts';
import { seen } from './own-page.ts';

/** Characters of a hash: enough to tell the requests of one member apart. */
const WORDS_LENGTH = 22;

/** Somebody asks in Slack to be introduced. */
export interface AskedInSlack {
  /** Theirs, as Slack has it. */
  readonly address: string;
  /** What they typed after the command, escaped as Slack sends it. */
  readonly text: string;
  /** Theirs in Slack. */
  readonly language: Language;
}

/** Where people join, ask for the link to their page, and so come to everything that does not fit into a line. */
export const communityAddress = ({ linkOrigin }: Pick<Services, 'linkOrigin'>): string => `${linkOrigin()}/community`;

/** Whose address this is; undefined where it is that of nobody who confirmed, or of several: which of them asks is not to be told. */
function memberAt(tx: Tx, address: string): ProfileRow | undefined {
  const [one, ...others] = findProfilesAt(tx, [emailKey(address)]).filter(({ confirmedAt }) => confirmedAt !== null);
  return others.length === 0 ? one : undefined;
}

/** What becomes of a request that comes from Slack (C7), as the answer that its member reads. @throws where it could not be written */
export function requestFromSlack(services: Services, asked: AskedInSlack): string {
  const page = communityAddress(services);
  return commit(services.db, (tx) => {
    const row = memberAt(tx, asked.address);
    if (row === undefined) return slackAnswers(asked.language).unknown(page);
    const answers = slackAnswers(row.language);
    seen(tx, row.memberId, wholeNow(services.clock));
    const line = unescaped(asked.text).trim();
    if (tidyLine(line) === '') return answers.how(page);
    // nobody would be proposed to them
    if (row.introductionsConsentAt === null) return answers.notAgreed(page);
    const ask = { industries: [], roles: [], stepsAhead: null, languages: [], line };
    const kept = keepRequest(services, tx, row, { key: keyOf(tx, row, tidyLine(line)), ask });
    return kept.ok ? answers.kept() : whyNot(answers, kept.refusal, page);
  });
}

function whyNot(answers: SlackAnswers, { code, details }: Refusal, page: string): string {
  if (code === 'not-now') return answers.full(MOST_REQUESTS, page);
  if (code === 'too-many-requests') return answers.tooOften();
  return details?.problem === 'tooLong' ? answers.tooLong(REQUEST_LENGTH) : answers.unreadable();
}

/**
 * The same for the same words while what was asked with them is open, so that Slack's own second try, or an impatient hand's, keeps
 * one request; once that is over the words make a new one.
 */
function keyOf(tx: Tx, { memberId }: ProfileRow, line: string): string {
  const words = `slack:${createHash('sha256').update(line).digest('base64url').slice(0, WORDS_LENGTH)}:`;
  const before = listRequestsOf(tx, memberId).filter(({ key }) => key.startsWith(words));
  return before.find(({ state }) => state === 'open')?.key ?? `${words}${before.length}`;
}

/**
 * What somebody is shown on their home tab, and in which language: a member's is the one they chose here.
 * @param who null: Slack does not tell their address
 */
export function homeFacts(
  services: Services,
  who: Pick<AskedInSlack, 'address' | 'language'> | null,
): SlackHomeFacts & { readonly language: Language } {
  const row = who === null ? undefined : memberAt(services.db, who.address);
  return {
    language: row?.language ?? who?.language ?? DEFAULT_LANGUAGE,
    queue: who === null ? null : queueFor(services, who.address),
    requests: row === undefined ? null : openRequests(services.db, row),
    address: communityAddress(services),
  };
}

/** What a matchmaker sees of the queue: an organiser with this address; null for everybody else. */
function queueFor({ db, linkOrigin }: Services, address: string): SlackQueue | null {
  if (findStaffByEmail(db, address.toLowerCase()) === undefined) return null;
  const counts = new Map(countSlackMessages(db, null).map(({ state, count }) => [state, count]));
  const of = (state: 'queued' | 'sending'): number => counts.get(state) ?? 0;
  return {
    undecided: listProposals(db, ['proposed']).length,
    onTheWay: of('queued') + of('sending'),
    // of the queue's nobody has to decide: the mail after a week reaches both
    inDoubt: slackMessagesIn(db, 'unsure').filter(({ eventId }) => eventId !== null).length,
    address: `${linkOrigin()}/#/community`,
  };
}

const openRequests = (tx: Tx, { memberId, language }: ProfileRow): SlackRequest[] =>
  ownRequests(tx, memberId).flatMap(({ ask, stands }) =>
    stands === 'waiting' || stands === 'asked'
      ? [{ about: ask.line || fieldWords([...ask.roles, ...ask.industries], language), isAsked: stands === 'asked' }]
      : [],
  );
