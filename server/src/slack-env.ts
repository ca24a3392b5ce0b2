import { ok, type Result, refused } from '@lapwing/shared/kernel/result';

/** Our app at Slack: what it speaks with, and what its requests to us are signed with. */
export interface SlackAccount {
  readonly token: string;
  readonly signingSecret: string;
  /** Where the methods are, with a slash at its end. */
  readonly api: URL;
}

const SLACK_API = 'https://slack.com/api/';
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Null where neither is set: then Lapwing has nothing to do with Slack. The refusal is one sentence that holds no secret.
 * @param testApi in place of Slack, for tests: an address of this machine alone, so that no token goes anywhere else
 */
export function readSlackEnv(
  token: string,
  signingSecret: string,
  testApi: string,
): Result<SlackAccount | null, string> {
  if (token === '' && signingSecret === '') return ok(null);
  if (token === '')
    return refused(
      'SLACK_BOT_TOKEN is missing; with SLACK_SIGNING_SECRET, set it to the bot token that begins with xoxb-.',
    );
  if (signingSecret === '')
    return refused(
      'SLACK_SIGNING_SECRET is missing; with SLACK_BOT_TOKEN, set it to the signing secret of the same app.',
    );
  if (!/^xoxb-[\w-]{10,}$/u.test(token))
    return refused('SLACK_BOT_TOKEN is not understood; use the bot token of your app, which begins with xoxb-.');
  if (!/^[0-9a-f]{32}$/u.test(signingSecret))
    return refused('SLACK_SIGNING_SECRET is not understood; use the 32 characters 0-9 and a-f from your app’s page.');
  const api = testApi === '' ? new URL(SLACK_API) : loopbackOf(testApi);
  if (api === null)
    return refused('SLACK_API_URL_FOR_TESTS is not understood; leave it empty, or use http://127.0.0.1:PORT/api/.');
  return ok({ token, signingSecret, api });
}

function loopbackOf(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const here = url?.protocol === 'http:' && LOOPBACK.has(url.hostname) && url.username === '' && url.search === '';
  return here && url.pathname.endsWith('/') ? url : null;
}
