import type { GuideTag } from '@lapwing/shared/careers/guide/guide-text';
import { talkTags } from '@lapwing/shared/careers/talk-tags';
import { EMPTY_CARD, firstName, type MentorCard } from '@lapwing/shared/event/roster';
import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { findEvent } from '../db/repositories/events.ts';
import { type GuideMentorRow, listGuideMentors } from '../db/repositories/guide-mentors.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import { isOpen } from './public-event.ts';
import type { Services } from './services.ts';

/** A mentor in the careers guide: what they agreed to show there, and no more. */
export interface GuideMentor extends Pick<MentorCard, (typeof SHOWN)[number]> {
  readonly firstName: string;
}

/** An evening one can still register for, with such a mentor. */
export interface GuideEvening {
  readonly code: string;
  readonly name: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
}

export interface FromMentors {
  readonly mentors: readonly GuideMentor[];
  readonly evenings: readonly GuideEvening[];
}

const SHOWN = ['jobTitle', 'company', 'allDay', 'howIGotHere', 'wouldDoDifferently'] as const;
/** A page is read, not searched. */
const MOST_MENTORS = 12;

/** What those who agreed say of a field, and where such a mentor can be met. */
export function fromMentors(services: Services, tag: GuideTag): FromMentors {
  const mailed = services.outbox.from !== null;
  const found = listGuideMentors(services.db)
    // where mail goes out, somebody whose address it is has to have said that they typed it
    .filter(({ unproven }) => !(mailed && unproven))
    .map((row) => ({ ...row, card: { ...EMPTY_CARD, ...row.card } }))
    .filter(({ card }) => talkTags(card).includes(tag));
  const people = new Map(found.toReversed().map((row) => [personOf(row), row]));
  const newestFirst = found.filter((row) => people.get(personOf(row)) === row);
  return {
    mentors: newestFirst
      .filter((row) => isExpected(services, row))
      .flatMap(shown)
      .slice(0, MOST_MENTORS),
    evenings: [...new Set(found.map(({ eventId }) => eventId))]
      .flatMap((id) => openEvening(services, id))
      .sort((one, other) => one.startsAt - other.startsAt),
  };
}

/** The same person at several evenings answers once. */
const personOf = ({ memberId, email, id }: GuideMentorRow): string => memberId ?? (emailKey(email) || id);

/** An organiser has given them a table, or they were there: what anybody typed into a form stands on no page for search engines. */
const isExpected = ({ evenings }: Services, { eventId, id, checkedInAt }: GuideMentorRow): boolean =>
  checkedInAt !== null || (evenings.get(eventId)?.tables ?? []).some(({ mentors }) => mentors.includes(id));

/** Nobody stands there who has answered nothing. */
function shown({ name, card }: GuideMentorRow): GuideMentor[] {
  const { jobTitle, company, allDay, howIGotHere, wouldDoDifferently } = card;
  if ([allDay, howIGotHere, wouldDoDifferently].every((answer) => answer === '')) return [];
  return [{ firstName: firstName(name), jobTitle, company, allDay, howIGotHere, wouldDoDifferently }];
}

function openEvening(services: Services, id: EventId): GuideEvening[] {
  const event = findEvent(services.db, id);
  if (!event || !findInvitation(services.db, id).inGuide || !isOpen(services, event, 'student')) return [];
  const { name, startsAt, timeZone } = event.settings;
  return [{ code: event.code, name, startsAt, timeZone }];
}
