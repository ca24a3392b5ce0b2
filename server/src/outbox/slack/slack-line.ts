import type { SlackHome } from '@lapwing/shared/slack/slack-home';
import { SLACK_EVENT_TYPE, type SlackSection } from '@lapwing/shared/slack/slack-message';
import type { View, WebClient } from '@slack/web-api';
import type { SlackAccount } from '../../slack-env.ts';
import { SLACK_PATIENCE, type SlackPatience, slackTransport } from './slack-transport.ts';

/** A message as it goes out. */
export interface SlackPost {
  readonly channel: string;
  /** Found again by it. */
  readonly mark: string;
  /** Escaped; what a notification shows. */
  readonly heading: string;
  readonly sections: readonly SlackSection[];
}

/** Somebody of Slack, as it tells us. */
export interface SlackUser {
  readonly address: string;
  /** As Slack writes languages, e.g. "de-DE"; '' where it says none. */
  readonly locale: string;
}

/** What we ask Slack for. Whatever goes wrong is thrown, to be read by `slackProblem`; nothing is tried twice. */
export interface SlackLine {
  /** The id of whoever has this address; null: nobody, or somebody who has left. */
  userWith(address: string): Promise<string | null>;
  /** Opens the conversation of these two and us, the same each time. Answers its id. */
  open(one: string, other: string): Promise<string>;
  post(message: SlackPost): Promise<void>;
  /** Whether our message is in a conversation; null where that is longer than we read. */
  hasPosted(channel: string, mark: string): Promise<boolean | null>;
  /** Who somebody is; null where Slack does not tell their address, or has not seen that it is theirs. */
  who(user: string): Promise<SlackUser | null>;
  showHome(user: string, home: SlackHome): Promise<void>;
  /** Hangs up, whatever goes on. */
  cut(): void;
}

/** Pages of a conversation that are read, and messages of each. Two who were introduced talk; our message is among the first. */
const MOST_PAGES = 20;
const PAGE = 15;

/** The library is loaded with the first call: a Lapwing without Slack never reads it. */
export function slackLine(account: SlackAccount, patience: SlackPatience = SLACK_PATIENCE): SlackLine {
  const transport = slackTransport(account.api, patience);
  let made: Promise<WebClient> | undefined;
  const client = (): Promise<WebClient> => {
    made ??= import('@slack/web-api').then(({ WebClient: Client }) => {
      return new Client(account.token, {
        slackApiUrl: account.api.href,
        allowAbsoluteUrls: false,
        fetch: transport.fetch,
        // the outbox knows better when to try again
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        // the transport's clock counts
        timeout: 0,
        logger: SILENT,
      });
    });
    return made;
  };
  return {
    async userWith(address) {
      try {
        const { user } = await (await client()).users.lookupByEmail({ email: address });
        return user?.id === undefined || user.deleted === true || user.is_bot === true ? null : user.id;
      } catch (error) {
        if (isNobody(error)) return null;
        throw error;
      }
    },
    async open(one, other) {
      const { channel } = await (await client()).conversations.open({ users: `${one},${other}` });
      return must(channel?.id);
    },
    async post({ channel, mark, heading, sections }) {
      await (await client()).chat.postMessage({
        ...{ channel, text: heading, blocks: [...sections] },
        ...{ parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false },
        metadata: { event_type: SLACK_EVENT_TYPE, event_payload: { key: mark } },
      });
    },
    hasPosted: async (channel, mark) => isAmong(await client(), channel, mark),
    async who(user) {
      const { user: found } = await (await client()).users.info({ user, include_locale: true });
      const address = found?.profile?.email;
      // an address that nobody has shown to be theirs would speak for somebody else
      const isTheirs = found?.is_email_confirmed !== false && found?.deleted !== true && found?.is_bot !== true;
      return address === undefined || !isTheirs
        ? null
        : { address, locale: (found as { locale?: string }).locale ?? '' };
    },
    async showHome(user, home) {
      // theirs may be written to, ours may not
      await (await client()).views.publish({ user_id: user, view: home as unknown as View });
    },
    cut: transport.cut,
  };
}

/** Reads a conversation to its beginning: a clock that is wrong, ours or theirs, must not hide what is there. */
async function isAmong(client: WebClient, channel: string, mark: string): Promise<boolean | null> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages = [], response_metadata } = await client.conversations.history({
      ...{ channel, limit: PAGE, include_all_metadata: true },
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (messages.some((message) => isMarked(message, mark))) return true;
    cursor = response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return false;
  }
  return null;
}

interface Found {
  readonly metadata?: { readonly event_payload?: object };
  readonly blocks?: readonly { readonly block_id?: string }[];
}

/** Either of the two places will do: Slack may leave one out. */
const isMarked = (message: object, mark: string): boolean => {
  const { metadata, blocks = [] } = message as Found;
  const payload = metadata?.event_payload as { readonly key?: unknown } | undefined;
  return payload?.key === mark || blocks.some(({ block_id }) => block_id === mark);
};

const isNobody = (error: unknown): boolean =>
  (error as { data?: { error?: string } }).data?.error === 'users_not_found';

function must(id: string | undefined): string {
  if (id === undefined) throw new Error('Slack names no conversation.');
  return id;
}

/** What it would say holds names, texts and addresses. */
const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error' as never,
  setName() {},
};
