import { type Duration, minutes, seconds } from '@lapwing/shared/kernel/time';

/** What a call to Slack that did not succeed means. */
export interface SlackProblem {
  /**
   * line: it is about Slack or our app, so all wait; limited: too fast, all wait for `pause`; hiccup: Slack failed at this call;
   * refused: Slack will not have this one.
   */
  readonly kind: 'line' | 'limited' | 'hiccup' | 'refused';
  /** Slack's own word for it; '' where it said none. */
  readonly code: string;
  /** One sentence for whoever runs the evening. */
  readonly reason: string;
  /** How long to leave Slack alone. */
  readonly pause: Duration;
  /** Whether what was asked for may have been done all the same. */
  readonly mayBeDone: boolean;
}

/** What the library throws: each kind holds some of these. */
interface Thrown {
  readonly message: string;
  readonly code?: string;
  readonly data?: { readonly error?: string; readonly needed?: string };
  readonly retryAfter?: number;
  readonly statusCode?: number;
  readonly original?: { readonly message: string; readonly code?: string; readonly handedOver?: boolean };
}

const LONGEST_REASON = 300;
/** After trouble, one message asks again so much later. */
const REST = minutes(1);
/** Slack never means a pause longer than this; a broken answer might. */
const LONGEST_PAUSE_S = 3_600;

const LINE: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know SLACK_BOT_TOKEN: set the token of your app, and start Lapwing again.',
  not_authed: 'Slack does not know SLACK_BOT_TOKEN: set the token of your app, and start Lapwing again.',
  token_revoked:
    'The app was taken out of Slack: install it again, set its new SLACK_BOT_TOKEN, and start Lapwing again.',
  token_expired: 'SLACK_BOT_TOKEN has expired: set the new token of your app, and start Lapwing again.',
  account_inactive:
    'The app was taken out of Slack: install it again, set its new SLACK_BOT_TOKEN, and start Lapwing again.',
  not_allowed_token_type:
    'SLACK_BOT_TOKEN is not a bot’s: set the token that begins with xoxb-, and start Lapwing again.',
  missing_scope: 'The app may not do this in Slack',
  no_permission: 'The app may not do this in Slack: ask whoever runs your Slack to allow it.',
  access_denied: 'The app may not do this in Slack: ask whoever runs your Slack to allow it.',
  ekm_access_denied: 'Whoever runs your Slack has stopped messages for now.',
  org_login_required: 'Your Slack is being moved, and takes no messages until that is over.',
  team_added_to_org: 'Your Slack is being moved, and takes no messages until that is over.',
  enterprise_is_restricted: 'The app works in one workspace: install it there, not in the organisation.',
  team_access_not_granted: 'The app is not allowed in this workspace: install it there.',
  accesslimited: 'Slack does not let the app in just now.',
  service_unavailable: 'Slack is not there just now.',
};

/** Where Slack says itself that part of it may have been done. */
const HICCUP = new Set(['fatal_error', 'internal_error']);
const TOO_FAST = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

const REFUSED: Readonly<Record<string, string>> = {
  not_in_channel: 'The app is not in the conversation any more.',
  channel_not_found: 'The conversation is not there any more.',
  is_archived: 'The conversation was archived.',
  user_not_found: 'One of the two is not in Slack any more.',
  users_not_found: 'One of the two is not in Slack any more.',
  user_disabled: 'One of the two is not in Slack any more.',
  user_not_visible: 'The app may not see one of the two in Slack.',
  cannot_dm_bot: 'One of the two addresses belongs to an app in Slack.',
  restricted_action: 'Whoever runs your Slack does not let the app write here.',
  msg_too_long: 'The message is too long for Slack.',
  msg_blocks_too_long: 'The message is too long for Slack.',
};

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Slack cannot be reached: the connection is refused.',
  ENOTFOUND: 'Slack cannot be reached: its name is not known here. Is this machine online?',
  EAI_AGAIN: 'Slack cannot be reached: its name is not known here. Is this machine online?',
  ENOTPUBLIC: 'Slack’s name leads into a private network here, so nothing is sent.',
  ETIMEDOUT: 'Slack does not answer.',
  ECONNRESET: 'Slack closed the connection.',
};

/** Reads what went wrong. @param error whatever the library threw */
export function slackProblem(error: unknown): SlackProblem {
  const { message, data, retryAfter, statusCode, original } = error as Thrown;
  if (retryAfter !== undefined) return tooFast(retryAfter);
  if (data?.error !== undefined) return saidBySlack(data.error, data.needed ?? '');
  if (statusCode !== undefined)
    return problem('line', '', `Slack answers with the error ${statusCode}.`, statusCode >= 500);
  const code = original?.code ?? '';
  return problem(
    'line',
    '',
    NETWORK[code] ?? `Slack cannot be reached: ${original?.message ?? message}`,
    original?.handedOver ?? false,
  );
}

function saidBySlack(code: string, needed: string): SlackProblem {
  if (TOO_FAST.has(code)) return tooFast(0);
  if (HICCUP.has(code)) return problem('hiccup', code, 'Slack failed at it.', true);
  if (code === 'missing_scope')
    return problem('line', code, `${LINE.missing_scope}: add the scope ${needed}, and install it again.`, false);
  const line = LINE[code];
  if (line !== undefined) return problem('line', code, line, false);
  // an answer that is no word of Slack's is a page of something in between, and tells nothing
  if (!/^[a-z_]{2,60}$/u.test(code)) return problem('line', '', 'What answers is not Slack.', true);
  return problem('refused', code, REFUSED[code] ?? `Slack says: ${code}.`, false);
}

const tooFast = (retryAfter: number): SlackProblem => ({
  ...problem('limited', 'ratelimited', 'Slack asks to go slower.', false),
  pause: seconds(Math.min(LONGEST_PAUSE_S, Math.max(1, retryAfter))),
});

const problem = (kind: SlackProblem['kind'], code: string, reason: string, mayBeDone: boolean): SlackProblem => ({
  ...{ kind, code, mayBeDone, pause: REST },
  reason: reason.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_REASON),
});
