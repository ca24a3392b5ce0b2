import { firstName } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { asMet } from '@lapwing/shared/live/views';
import type { Introduced, Meeting } from '@lapwing/shared/mails/introduced';
import { introductionTexts } from '@lapwing/shared/mails/introduction-texts';
import { introductionInSlack } from '@lapwing/shared/mails/introductions-in-slack';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { type AttendeeRow, asAttendee, findAttendee } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import {
  type IntroductionRow,
  introductionKey,
  type Side,
  saveIntroduction,
  togetherKey,
} from '../db/repositories/introductions.ts';
import { findMailByKey } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { queueSlackMessage } from '../outbox/slack/queue-slack.ts';
import { mailFacts } from './mail-facts.ts';
import { type Services, wholeNow } from './services.ts';

/** Both sides as they are now. */
interface Both {
  readonly student: AttendeeRow;
  readonly mentor: AttendeeRow;
}

const bothOf = (tx: Tx, event: StoredEvent, { student, mentor }: IntroductionRow): Both | undefined => {
  const [one, other] = [student, mentor].map((id: AttendeeId) => findAttendee(tx, event.id, id));
  return one && other ? { student: one, mentor: other } : undefined;
};

const introduced = (row: AttendeeRow, line: string): Introduced => ({
  name: tidyLine(row.name),
  firstName: tidyLine(firstName(row.name)),
  about: tidyLine(asMet(asAttendee(row)).line),
  line,
});

const meetingOf = ({ student, mentor }: Both, made: IntroductionRow): Meeting => ({
  ...{ round: made.round, suggested: made.suggestion !== null },
  ...{ student: introduced(student, made.studentLine), mentor: introduced(mentor, made.mentorLine) },
});

/** What stands between greeting and names, as it goes out: the organiser's words, else ours in this language; the student's where none is said. */
export function wordsOf(tx: Tx, event: StoredEvent, made: IntroductionRow, language?: Language): string {
  const both = bothOf(tx, event, made);
  if (made.words !== '' || !both) return made.words;
  const facts = mailFacts(tx, event, both.student);
  const read = { ...facts, language: language ?? facts.language };
  return introductionTexts(read).words(read, meetingOf(both, made));
}

/**
 * Lets introductions go out, inside the caller's transaction: several of one suggestion with one mail to their mentor (H22),
 * unless an organiser has written words of their own for one of them, or such a mail was written before.
 */
export function sendIntroductions(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  all: readonly IntroductionRow[],
): void {
  const bySuggestion = new Map<string, IntroductionRow[]>();
  for (const made of all) {
    const key = made.suggestion ?? made.id;
    bySuggestion.set(key, [...(bySuggestion.get(key) ?? []), made]);
  }
  for (const some of bySuggestion.values())
    if (!sendTogether(services, tx, event, some)) for (const made of some) sendIntroduction(services, tx, event, made);
}

function sendTogether(services: Services, tx: Tx, event: StoredEvent, some: readonly IntroductionRow[]): boolean {
  const open = some.filter(({ state }) => state !== 'released');
  const [first] = open;
  const all = open.flatMap((made) => {
    const both = bothOf(tx, event, made);
    return both ? [{ made, ...both, meeting: meetingOf(both, made) }] : [];
  });
  const mentor = all[0]?.mentor;
  if (!first?.suggestion || !mentor || all.length < 2 || open.some(({ words }) => words !== '')) return false;
  const key = togetherKey(first.suggestion);
  if (findMailByKey(tx, key)) return false;
  for (const { made, student, meeting } of all) {
    mailTo(services, tx, event, made, { side: 'student', reader: student, other: mentor, met: meeting.mentor });
    saveIntroduction(tx, made.id, { state: 'released', sentAt: wholeNow(services.clock), told: 'mail' });
  }
  const facts = mailFacts(tx, event, mentor);
  queueMail(tx, services, {
    ...{ key, kind: 'introduction', eventId: event.id, attendeeId: mentor.id, to: mentor.email, calendar: '' },
    ...introductionTexts(facts).together(
      facts,
      all.map(({ student, meeting }) => ({ ...meeting.student, email: student.email })),
    ),
  });
  return true;
}

/**
 * Lets an introduction go out, inside the caller's transaction (H15). It is released once: whoever comes second finds it
 * released, and the keys of its mails let none be written twice.
 */
export function sendIntroduction(services: Services, tx: Tx, event: StoredEvent, made: IntroductionRow): void {
  if (made.state === 'released') return;
  if (!postIntroduction(services, tx, event, made)) mailIntroduction(services, tx, event, made);
}

/** In Slack, one message to both; false where it is for mail. Who turns out not to be there gets it by mail after all (`slack-missed`). */
function postIntroduction(services: Services, tx: Tx, event: StoredEvent, made: IntroductionRow): boolean {
  const both = bothOf(tx, event, made);
  if (!both) return false;
  const { student, mentor } = both;
  const meeting = meetingOf(both, made);
  const side = ({ id, email }: AttendeeRow, { firstName: name }: Introduced) => ({ id, name, address: email });
  const isQueued = queueSlackMessage(tx, services, {
    ...{ key: `introduction:${made.id}`, eventId: event.id, introductionId: made.id },
    ...{ one: side(student, meeting.student), other: side(mentor, meeting.mentor) },
    ...introductionInSlack([mailFacts(tx, event, student), mailFacts(tx, event, mentor)], meeting, made.words),
  });
  if (isQueued) saveIntroduction(tx, made.id, { state: 'released', sentAt: wholeNow(services.clock), told: 'slack' });
  return isQueued;
}

/** The same by mail: one to each side, with answers to the other. */
export function mailIntroduction(services: Services, tx: Tx, event: StoredEvent, made: IntroductionRow): void {
  const both = bothOf(tx, event, made);
  if (!both) return;
  const meeting = meetingOf(both, made);
  const mail = (letter: Letter): void => mailTo(services, tx, event, made, letter);
  mail({ side: 'student', reader: both.student, other: both.mentor, met: meeting.mentor });
  mail({ side: 'mentor', reader: both.mentor, other: both.student, met: meeting.student });
  saveIntroduction(tx, made.id, { state: 'released', sentAt: wholeNow(services.clock), told: 'mail' });
}

/** To one side, about the other. */
interface Letter {
  readonly side: Side;
  readonly reader: AttendeeRow;
  readonly other: AttendeeRow;
  readonly met: Introduced;
}

function mailTo(services: Services, tx: Tx, event: StoredEvent, made: IntroductionRow, letter: Letter): void {
  const { side, reader, other, met } = letter;
  const facts = mailFacts(tx, event, reader);
  queueMail(tx, services, {
    ...{ key: introductionKey(made.id, side), kind: 'introduction', eventId: event.id, attendeeId: reader.id },
    ...introductionTexts(facts).introduction(facts, met, wordsOf(tx, event, made, facts.language)),
    ...{ to: reader.email, replyTo: other.email, calendar: '' },
  });
}
