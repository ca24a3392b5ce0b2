import type { Language } from '../kernel/language.ts';
import { escaped } from './slack-message.ts';

/** What Lapwing answers to `/introduce`, seen by the one who asked and by nobody else. Ready for Slack: nothing in it is a command. */
export interface SlackAnswers {
  /** Requests are kept at an address of ours. */
  elsewhere(address: string): string;
  /** The request is kept. */
  taken(): string;
  /** Nobody with their address is known to us. */
  unknown(address: string): string;
  /** Slack told us no address of theirs. */
  nobody(): string;
  /** Slack or we failed. */
  failed(): string;
}

const ENGLISH: SlackAnswers = {
  elsewhere: (address) => `Your organiser’s Lapwing keeps requests at ${escaped(address)}`,
  taken: () => 'Your request is kept. You hear from us as soon as somebody is found.',
  unknown: (address) =>
    `Nobody here has the address that you have in Slack. Your organiser’s Lapwing keeps requests at ${escaped(address)}`,
  nobody: () => 'Slack did not tell us your address. Ask your organiser to introduce you.',
  failed: () => 'Slack did not tell us who you are just now. Try again in a minute.',
};

const GERMAN: SlackAnswers = {
  elsewhere: (address) => `Das Lapwing deiner Organisation nimmt Wünsche hier entgegen: ${escaped(address)}`,
  taken: () => 'Dein Wunsch ist notiert. Du hörst von uns, sobald jemand gefunden ist.',
  unknown: (address) =>
    `Hier hat niemand die Adresse, die du in Slack hast. Das Lapwing deiner Organisation nimmt Wünsche hier entgegen: ${escaped(address)}`,
  nobody: () => 'Slack hat uns deine Adresse nicht gesagt. Bitte deine Organisation, dich vorzustellen.',
  failed: () => 'Slack hat uns gerade nicht gesagt, wer du bist. Versuch es in einer Minute noch einmal.',
};

export const slackAnswers = (language: Language): SlackAnswers => (language === 'de' ? GERMAN : ENGLISH);

/** Introductions on their way, and those that need a hand. */
export interface SlackQueue {
  readonly onTheWay: number;
  readonly inDoubt: number;
}

const HOME = {
  en: {
    queue: ({ onTheWay, inDoubt }: SlackQueue) =>
      `*${onTheWay}* ${onTheWay === 1 ? 'introduction is' : 'introductions are'} on the way. *${inDoubt}* ${inDoubt === 1 ? 'needs' : 'need'} a hand.`,
    open: 'Open the console',
    ask: 'Type `/introduce` and whom you would like to meet.',
  },
  de: {
    queue: ({ onTheWay, inDoubt }: SlackQueue) =>
      `*${onTheWay}* ${onTheWay === 1 ? 'Vorstellung ist' : 'Vorstellungen sind'} unterwegs. *${inDoubt}* ${inDoubt === 1 ? 'braucht' : 'brauchen'} eine Hand.`,
    open: 'Zur Konsole',
    ask: 'Schreib `/introduce` und wen du gern kennenlernen möchtest.',
  },
} as const;

/** Somebody's home tab at Slack. */
export interface SlackHome {
  readonly type: 'home';
  readonly blocks: readonly (
    | { readonly type: 'section'; readonly text: { readonly type: 'mrkdwn'; readonly text: string } }
    | {
        readonly type: 'actions';
        readonly elements: readonly {
          readonly type: 'button';
          readonly action_id: string;
          readonly text: { readonly type: 'plain_text'; readonly text: string };
          readonly url: string;
        }[];
      }
  )[];
}

/**
 * What the home tab shows.
 * @param queue what a matchmaker sees, with the address of the console; null for everybody else
 */
export function slackHome(language: Language, queue: (SlackQueue & { readonly address: string }) | null): SlackHome {
  const words = HOME[language];
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } }) as const;
  if (queue === null) return { type: 'home', blocks: [section(words.ask)] };
  const text = { type: 'plain_text', text: words.open } as const;
  const button = { type: 'button', action_id: 'console', text, url: queue.address } as const;
  return {
    type: 'home',
    blocks: [section(words.queue(queue)), { type: 'actions', elements: [button] }, section(words.ask)],
  };
}
