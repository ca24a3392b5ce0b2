import type { AttendeeId, EventId, IntroductionId } from '../kernel/ids.ts';

/**
 * queued: goes out when it is its turn; sending: handed to Slack, no answer yet, and Slack is asked whether it has it;
 * sent; refused: Slack will not have it, two mails went instead; unsure: nobody can tell whether it went out, and it is not
 * sent again unless the organiser says so; stopped: it went by mail, or was taken back.
 */
export type SlackState = 'queued' | 'sending' | 'sent' | 'refused' | 'unsure' | 'stopped';

/** Somebody of an introduction. */
export interface SlackSide {
  readonly id: AttendeeId | null;
  /** As the organiser reads it: "Mei is not on Slack". */
  readonly name: string;
  /** By which Slack knows them. */
  readonly address: string;
}

/** An introduction of two people, ready to be written into the outbox for Slack. Both texts are plain: nothing in them is a command to Slack. */
export interface SlackMessageToQueue {
  /** What it is for, e.g. "introduction:ID"; the same key is queued once, whatever happens. */
  readonly key: string;
  readonly eventId: EventId | null;
  readonly introductionId: IntroductionId;
  readonly one: SlackSide;
  readonly other: SlackSide;
  /** One line that a notification shows. */
  readonly heading: string;
  /** Where they met, what was asked, and one first step. */
  readonly body: string;
}

/** Characters of a section at Slack, after escaping. */
const SECTION_LENGTH = 3_000;

/** The event type of what our messages carry, to be recognised by. */
export const SLACK_EVENT_TYPE = 'lapwing_introduction';

/** What three characters mean to Slack, taken away: no mention, no link, no call to a whole channel comes out of a text. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What somebody typed, as they typed it: Slack sends it escaped. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A block of text at Slack. */
export interface SlackSection {
  readonly type: 'section';
  readonly block_id: string;
  readonly text: { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };
}

/**
 * A plain text as sections of a message, each within what Slack takes.
 * @param mark stands in the first of them, so that the message is found again
 */
export function sectionsOf(text: string, mark: string): SlackSection[] {
  return partsOf(text).map((part, n) => ({
    type: 'section',
    block_id: n === 0 ? mark : `${mark}-${n}`,
    text: { type: 'mrkdwn', text: part, verbatim: true },
  }));
}

/** Escaped, in pieces of at most SECTION_LENGTH, cut between lines where there are any. */
function partsOf(text: string): string[] {
  const parts = [''];
  for (const line of text.split('\n')) {
    const wanted = parts.at(-1) === '' ? escaped(line) : `${parts.at(-1)}\n${escaped(line)}`;
    if (wanted.length <= SECTION_LENGTH) parts[parts.length - 1] = wanted;
    else parts.push(...cut(line));
  }
  return parts.filter((part) => part.trim() !== '');
}

/** A line that may be longer than a section; no character and no escape is cut in two. */
function cut(line: string): string[] {
  const parts = [''];
  for (const character of line) {
    const next = escaped(character);
    if ((parts.at(-1) ?? '').length + next.length > SECTION_LENGTH) parts.push('');
    parts[parts.length - 1] += next;
  }
  return parts;
}
