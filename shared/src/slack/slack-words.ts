import type { Language } from '../kernel/language.ts';
import { escaped } from './slack-message.ts';

/** What Lapwing answers to `/introduce`, seen by the one who asked and by nobody else. Ready for Slack: nothing in it is a command. */
export interface SlackAnswers {
  /** The request is kept. */
  kept(): string;
  /** So many of theirs are open already. @param address where one can be taken back */
  full(most: number, address: string): string;
  /** They have asked for more in the last 30 days than is kept. */
  tooOften(): string;
  /** Nothing was typed: how to ask. */
  how(address: string): string;
  /** What was typed has too many characters. */
  tooLong(most: number): string;
  /** What was typed has signs that no text has. */
  unreadable(): string;
  /** They have not agreed that their address goes to the other side. */
  notAgreed(address: string): string;
  /** Their address in Slack is that of no member, or of several. */
  unknown(address: string): string;
  /** Slack told us no address of theirs. */
  nobody(): string;
  /** Slack failed. */
  failed(): string;
  /** We failed. */
  notKept(): string;
}

const ENGLISH: SlackAnswers = {
  kept: () => 'Your request is kept. You hear from us by mail as soon as somebody is found.',
  full: (most, address) =>
    `You have ${most} open requests, and more at a time are not possible. Take one back on your page, then ask again: ${escaped(address)}`,
  tooOften: () => 'You have asked so often in the last 30 days that this request is not kept. Ask again in a few days.',
  how: (address) =>
    `Type \`/introduce\` and, in one line, what you would like to ask somebody a few steps ahead. To choose a field, ask on your page: ${escaped(address)}`,
  tooLong: (most) => `That is too long. Say it in ${most} characters at most.`,
  unreadable: () => 'There are signs in it that nobody can read. Type it again in plain letters.',
  notAgreed: (address) =>
    `You have not agreed yet that your address goes to the person you are introduced to. Say so on your page, then ask again: ${escaped(address)}`,
  unknown: (address) =>
    `Your address in Slack does not tell us which member you are. Join, or have the link to your page sent to you: ${escaped(address)}`,
  nobody: () => 'Slack did not tell us your address. Ask your organiser to introduce you.',
  failed: () => 'Slack did not tell us who you are just now. Try again in a minute.',
  notKept: () => 'Your request could not be kept just now. Try again in a minute.',
};

const GERMAN: SlackAnswers = {
  kept: () => 'Dein Wunsch ist notiert. Du hörst per Mail von uns, sobald jemand gefunden ist.',
  full: (most, address) =>
    `Du hast ${most} offene Wünsche, und mehr gehen nicht auf einmal. Nimm auf deiner Seite einen zurück und frag dann noch einmal: ${escaped(address)}`,
  tooOften: () =>
    'Du hast in den letzten 30 Tagen so oft gefragt, dass dieser Wunsch nicht notiert ist. Frag in ein paar Tagen noch einmal.',
  how: (address) =>
    `Schreib \`/introduce\` und dahinter in einer Zeile, was du jemanden fragen möchtest, der ein paar Schritte weiter ist. Ein Fach wählst du auf deiner Seite: ${escaped(address)}`,
  tooLong: (most) => `Das ist zu lang. Sag es mit höchstens ${most} Zeichen.`,
  unreadable: () => 'Darin stehen Zeichen, die niemand lesen kann. Schreib es noch einmal in einfachen Buchstaben.',
  notAgreed: (address) =>
    `Du hast noch nicht zugestimmt, dass deine Adresse an die Person geht, der wir dich vorstellen. Sag es auf deiner Seite und frag dann noch einmal: ${escaped(address)}`,
  unknown: (address) =>
    `Deine Adresse in Slack sagt uns nicht, welches Mitglied du bist. Mach mit, oder lass dir den Link zu deiner Seite schicken: ${escaped(address)}`,
  nobody: () => 'Slack hat uns deine Adresse nicht gesagt. Bitte deine Organisation, dich vorzustellen.',
  failed: () => 'Slack hat uns gerade nicht gesagt, wer du bist. Versuch es in einer Minute noch einmal.',
  notKept: () => 'Dein Wunsch konnte gerade nicht notiert werden. Versuch es in einer Minute noch einmal.',
};

export const slackAnswers = (language: Language): SlackAnswers => (language === 'de' ? GERMAN : ENGLISH);
