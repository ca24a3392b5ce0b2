import type { Language } from '../kernel/language.ts';
import { escaped } from './slack-message.ts';

/** What waits for a matchmaker, and introductions on their way. */
export interface SlackQueue {
  /** Proposals that nobody has decided. */
  readonly undecided: number;
  readonly onTheWay: number;
  readonly inDoubt: number;
  /** Where proposals are decided. */
  readonly address: string;
}

/** A request that is open, as its member reads it. */
export interface SlackRequest {
  /** What they wrote, or the fields they chose; '' for neither. */
  readonly about: string;
  /** Whether somebody was asked; else it waits. */
  readonly isAsked: boolean;
}

/** What somebody is shown of theirs; nothing of anybody else. */
export interface SlackHomeFacts {
  /** Null for whoever is no matchmaker. */
  readonly queue: SlackQueue | null;
  /** Null for whoever is no member. */
  readonly requests: readonly SlackRequest[] | null;
  /** Where people join, and members ask for the link to their page. */
  readonly address: string;
}

const HOME = {
  en: {
    undecided: (n: number) =>
      n === 1 ? '*1* proposal waits for a decision.' : `*${n}* proposals wait for a decision.`,
    queue: ({ onTheWay, inDoubt }: SlackQueue) =>
      `*${onTheWay}* ${onTheWay === 1 ? 'introduction is' : 'introductions are'} on the way. *${inDoubt}* ${inDoubt === 1 ? 'needs' : 'need'} a hand.`,
    decide: 'Open the queue',
    ask: 'Type `/introduce` and, in one line, what you would like to ask somebody a few steps ahead.',
    open: '*Your open requests*',
    none: 'You have no open request.',
    somebody: 'Somebody a few steps ahead',
    asked: 'somebody was asked',
    waits: 'waits',
    join: 'You would like to be introduced to somebody a few steps ahead? Join, and then ask here with `/introduce`.',
    joinHere: 'Join',
  },
  de: {
    undecided: (n: number) =>
      n === 1 ? '*1* Vorschlag wartet auf eine Entscheidung.' : `*${n}* Vorschläge warten auf eine Entscheidung.`,
    queue: ({ onTheWay, inDoubt }: SlackQueue) =>
      `*${onTheWay}* ${onTheWay === 1 ? 'Vorstellung ist' : 'Vorstellungen sind'} unterwegs. *${inDoubt}* ${inDoubt === 1 ? 'braucht' : 'brauchen'} eine Hand.`,
    decide: 'Zu den Vorschlägen',
    ask: 'Schreib `/introduce` und dahinter in einer Zeile, was du jemanden fragen möchtest, der ein paar Schritte weiter ist.',
    open: '*Deine offenen Wünsche*',
    none: 'Du hast keinen offenen Wunsch.',
    somebody: 'Jemand, der ein paar Schritte weiter ist',
    asked: 'jemand ist gefragt',
    waits: 'wartet',
    join: 'Du möchtest jemanden kennenlernen, der ein paar Schritte weiter ist? Mach mit, und frag dann hier mit `/introduce`.',
    joinHere: 'Mitmachen',
  },
} as const;

interface Section {
  readonly type: 'section';
  readonly text: { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };
}

interface Button {
  readonly type: 'actions';
  readonly elements: readonly {
    readonly type: 'button';
    readonly action_id: string;
    readonly text: { readonly type: 'plain_text'; readonly text: string };
    readonly url: string;
  }[];
}

/** Somebody's home tab at Slack. */
export interface SlackHome {
  readonly type: 'home';
  readonly blocks: readonly (Section | Button)[];
}

const section = (text: string): Section => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
const button = (action_id: string, text: string, url: string): Button => ({
  type: 'actions',
  elements: [{ type: 'button', action_id, text: { type: 'plain_text', text }, url }],
});

/** What the home tab shows: a matchmaker the queue, a member their open requests, everybody else how to join. */
export function slackHome(language: Language, { queue, requests, address }: SlackHomeFacts): SlackHome {
  const words = HOME[language];
  const forMatchmaker =
    queue === null
      ? []
      : [
          section(`${words.undecided(queue.undecided)}\n${words.queue(queue)}`),
          button('queue', words.decide, queue.address),
        ];
  if (requests === null) {
    const forOthers = queue === null ? [section(words.join), button('join', words.joinHere, address)] : [];
    return { type: 'home', blocks: [...forMatchmaker, ...forOthers] };
  }
  // each in a section of its own: three long ones are more than one section holds
  const own = requests.map(({ about, isAsked }) =>
    section(`• ${about === '' ? words.somebody : `“${escaped(about)}”`} (${isAsked ? words.asked : words.waits})`),
  );
  const head = section(own.length === 0 ? words.none : words.open);
  return { type: 'home', blocks: [...forMatchmaker, head, ...own, section(words.ask)] };
}
