import { LINK_HERE } from '@lapwing/shared/event/mail';
import { isMailAddress, isOneLine } from '@lapwing/shared/event/mail-address';
import type { Instant } from '@lapwing/shared/kernel/time';
import MailComposer from 'nodemailer/lib/mail-composer';

/** A mail as it goes out, to one person. */
export interface Letter {
  readonly id: string;
  /** The name of the sender: the event's. */
  readonly fromName: string;
  readonly from: string;
  readonly to: string;
  /** Where answers go; '' for the sender. */
  readonly replyTo: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar: string;
  readonly date: Instant;
}

/** Says in one sentence why a letter must not go out; null when it may. Whatever let it in, nothing ends a header here. */
export function whyNot(letter: Pick<Letter, 'to' | 'subject'>): string | null {
  if (!isMailAddress(letter.to)) return 'This is not one e-mail address.';
  return isOneLine(letter.subject) ? null : 'The subject holds a line break or a control character.';
}

/** The same letter has the same one whenever it is sent, so that a mailbox can tell a second copy. */
const messageId = ({ id, from }: Letter): string => `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;

/** The bytes that go over the line. @throws for a letter that `whyNot` has something against */
export async function written(letter: Letter): Promise<Buffer> {
  const objection = whyNot(letter);
  if (objection !== null) throw new Error(objection);
  const method = /^METHOD:(CANCEL|REQUEST)\s*$/mu.exec(letter.calendar)?.[1] ?? 'REQUEST';
  const replies = isMailAddress(letter.replyTo) ? { replyTo: { name: '', address: letter.replyTo } } : {};
  const composer = new MailComposer({
    from: { name: isOneLine(letter.fromName) ? letter.fromName : '', address: letter.from },
    to: { name: '', address: letter.to },
    ...replies,
    subject: letter.subject,
    text: letter.body,
    date: new Date(letter.date),
    messageId: messageId(letter),
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(letter.calendar === '' ? {} : { icalEvent: { method, content: letter.calendar, filename: 'invitation.ics' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Puts the link into a text. */
export const withLink = (text: string, link: string): string => text.replaceAll(LINK_HERE, link);

/** Bytes of a line of a calendar, as RFC 5545 has it. */
const CALENDAR_LINE = 75;

/** Puts the link into a calendar, whose long lines are folded. */
export function calendarWithLink(calendar: string, link: string): string {
  if (calendar === '') return '';
  const unfolded = calendar.replace(/\r?\n[ \t]/gu, '').split(/\r?\n/u);
  return unfolded.map((line) => folded(withLink(line, link))).join('\r\n');
}

function folded(line: string): string {
  const lines = [''];
  let length = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (length + bytes > CALENDAR_LINE) {
      lines.push(' ');
      length = 1;
    }
    lines[lines.length - 1] += character;
    length += bytes;
  }
  return lines.join('\r\n');
}
