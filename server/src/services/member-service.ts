import { EMPTY_CARD, type MentorCard } from '@lapwing/shared/event/roster';
import { type EventId, type MemberId, memberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import type { Instant } from '@lapwing/shared/kernel/time';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import { eraseMembers } from '../db/erase.ts';
import { type AttendeeRow, setMember, setUnconfirmed } from '../db/repositories/attendees.ts';
import {
  findMember,
  findMemberByKeys,
  insertMember,
  listMentorsAmongMembers,
  listTimesOf,
  type MemberRow,
  saveMember,
} from '../db/repositories/members.ts';
import type { Tx } from '../db/transact.ts';
import { isTheirMailbox } from './mailbox.ts';
import { type Services, wholeNow } from './services.ts';

/** What a person is recognised by, and whether they agreed to be. */
export type Recognisable = Pick<AttendeeRow, 'name' | 'email' | 'registration' | 'memberId'>;

/**
 * The member that this person of an event is, inside the caller's transaction; the caller writes the id into their row.
 * Known ones are recognised by address and name and count as seen now; who agreed to be kept becomes one. Without an
 * address nobody is recognised: a name alone is many people's.
 */
export function recogniseMember(services: Services, tx: Tx, person: Recognisable): MemberId | null {
  const keys = { emailKey: emailKey(person.email), nameKey: nameKey(person.name) };
  if (keys.emailKey === '') return null;
  const now = wholeNow(services.clock);
  const keeps = person.registration.consents.keep !== undefined;
  const known = findMemberByKeys(tx, keys.emailKey, keys.nameKey) ?? corrected(tx, person.memberId, keys);
  // who is on file by somebody else's word alone is recognised once they say so themselves
  if (known && !known.kept && !keeps) return null;
  if (known) {
    saveMember(tx, known.id, { ...keys, lastSeenAt: now, kept: true });
    return known.id;
  }
  if (!keeps) return null;
  const id = memberId(services.secrets.newId());
  insertMember(tx, { id, ...keys, createdAt: now, lastSeenAt: now });
  return id;
}

/** Somebody whose name or address was put right is who they were; with both new it is somebody else. */
function corrected(tx: Tx, id: MemberId | null, keys: Pick<MemberRow, 'emailKey' | 'nameKey'>): MemberRow | undefined {
  const member = id === null ? undefined : findMember(tx, id);
  return member?.emailKey === keys.emailKey || member?.nameKey === keys.nameKey ? member : undefined;
}

/**
 * Where no mail goes out, no mailbox can be shown: who asks to be kept begins a file of their own, and becomes nobody
 * whom we know already. That takes the organiser's word.
 */
export function foundUnproven(services: Services, tx: Tx, row: AttendeeRow): void {
  if (row.memberId !== null || services.outbox.from !== null) return;
  if (findMemberByKeys(tx, emailKey(row.email), nameKey(row.name)) === undefined) join(services, tx, row);
}

/** A link that was mailed to them was opened, or the organiser says who they are. */
export function confirmed(services: Services, tx: Tx, row: AttendeeRow): void {
  if (row.unconfirmed) setUnconfirmed(tx, row.id, false);
  if (row.unconfirmed || row.memberId === null) join(services, tx, row);
}

/** Links somebody to whom we know, or puts them on file if they agreed to it. */
function join(services: Services, tx: Tx, row: AttendeeRow): void {
  const id = recogniseMember(services, tx, row);
  if (id !== row.memberId) setMember(tx, row.id, id);
  const { role, card, registration } = row;
  const agreed = role === 'mentor' && registration.consents.keep !== undefined;
  // what somebody typed for them does not take the place of what they said before
  if (id !== null && agreed && isBlank(findMember(tx, id)?.card))
    rememberCard(tx, id, card, registration.introductionsPerMonth);
}

/**
 * Whether a page reaches what is kept of its person beyond this evening: where its device came by a link out of their
 * mailbox, or nothing else hangs on their file.
 */
export function reachesMember(services: Services, tx: Tx, mailbox: string | null, row: AttendeeRow): boolean {
  if (row.memberId === null) return false;
  return isTheirMailbox(services.secrets, mailbox, row) || listTimesOf(tx, row.memberId).length === 1;
}

/** Whether a card says nothing. */
export const isBlank = (card: MentorCard | undefined): boolean =>
  Object.values({ ...EMPTY_CARD, ...card }).every((answer) => answer.length === 0);

/** Takes a member off file: they do not want to be kept any more, and no backup puts them back. */
export const forgetMember = ({ clock }: Services, tx: Tx, id: MemberId): void =>
  eraseMembers(tx, [id], { at: wholeNow(clock), by: 'person' });

/** Keeps what a mentor said, to be offered again for the next event. */
export const rememberCard = (
  tx: Tx,
  id: MemberId,
  card: MentorCard,
  introductionsPerMonth: number | null = null,
): void => saveMember(tx, id, { card, introductionsPerMonth });

/** A mentor of earlier events who agreed to be kept. */
export interface PastMentor {
  readonly memberId: MemberId;
  readonly name: string;
  readonly email: string;
  readonly card: MentorCard;
  readonly introductionsPerMonth: number | null;
  readonly language: Language | null;
  /** The latest one, by its start, among those that are not deleted. */
  readonly lastEvent: { readonly id: EventId; readonly name: string; readonly startsAt: Instant };
}

/**
 * Everybody on file who was a mentor once, those of the latest events first, with the name and address of their last
 * time and the card they left (what they said that time, if they left none).
 */
export function pastMentors(services: Services): PastMentor[] {
  const latest = new Map<MemberId, PastMentor>();
  for (const { member, person, event } of listMentorsAmongMembers(services.db)) {
    if (latest.has(member.id)) continue;
    const said = { ...EMPTY_CARD, ...member.card };
    const card = isBlank(said) ? { ...EMPTY_CARD, ...person.card } : said;
    const { name, email, language } = person;
    const { introductionsPerMonth } = member;
    latest.set(member.id, {
      memberId: member.id,
      name,
      email,
      card,
      introductionsPerMonth,
      language,
      lastEvent: event,
    });
  }
  return [...latest.values()];
}
