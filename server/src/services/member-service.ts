import { EMPTY_CARD, type MentorCard } from '@lapwing/shared/event/roster';
import { type EventId, type MemberId, memberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import { eraseMembers } from '../db/erase.ts';
import { type AttendeeRow, setMember } from '../db/repositories/attendees.ts';
import {
  findMember,
  findMemberByKeys,
  insertMember,
  listMentorsAmongMembers,
  type MemberRow,
  saveMember,
} from '../db/repositories/members.ts';
import type { Tx } from '../db/transact.ts';
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
  const known = findMemberByKeys(tx, keys.emailKey, keys.nameKey) ?? corrected(tx, person.memberId, keys);
  if (known) {
    saveMember(tx, known.id, { ...keys, lastSeenAt: now });
    return known.id;
  }
  if (person.registration.consents.keep === undefined) return null;
  const id = memberId(services.secrets.newId());
  insertMember(tx, { id, ...keys, createdAt: now, lastSeenAt: now });
  return id;
}

/** Somebody whose name or address was put right is who they were; with both new it is somebody else. */
function corrected(tx: Tx, id: MemberId | null, keys: Pick<MemberRow, 'emailKey' | 'nameKey'>): MemberRow | undefined {
  const member = id === null ? undefined : findMember(tx, id);
  return member?.emailKey === keys.emailKey || member?.nameKey === keys.nameKey ? member : undefined;
}

const knownAs = (tx: Tx, { name, email }: Pick<AttendeeRow, 'name' | 'email'>): MemberRow | undefined =>
  findMemberByKeys(tx, emailKey(email), nameKey(name));

/**
 * Whether this person may be whom we know by that name and address. Where no mail goes out, links are shown on the public
 * page, and to have one does not show that the address is theirs.
 */
export function mayBecome(
  services: Services,
  tx: Tx,
  row: AttendeeRow,
  now: Pick<AttendeeRow, 'name' | 'email'>,
): boolean {
  const known = knownAs(tx, now);
  return services.outbox.from !== null || known === undefined || known.id === row.memberId;
}

/** Who registered themselves is linked when their link is opened, and on file from then on if they agreed to it. */
export function recogniseOpened(services: Services, tx: Tx, row: AttendeeRow): void {
  if (row.memberId !== null || !mayBecome(services, tx, row, row)) return;
  const id = recogniseMember(services, tx, row);
  if (id === null) return;
  setMember(tx, row.id, id);
  const { role, card, registration } = row;
  const agreed = role === 'mentor' && registration.consents.keep !== undefined;
  // what somebody typed for them does not take the place of what they said before
  if (agreed && isBlank(findMember(tx, id)?.card)) rememberCard(tx, id, card, registration.introductionsPerMonth);
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
    const { name, email } = person;
    const { introductionsPerMonth } = member;
    latest.set(member.id, { memberId: member.id, name, email, card, introductionsPerMonth, lastEvent: event });
  }
  return [...latest.values()];
}
