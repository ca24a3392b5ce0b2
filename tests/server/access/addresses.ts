import type { Caller as Who } from '@lapwing/shared/protocol/access';
import { freshKey, type TestEvening } from '../../support/evening-builder.ts';
import { type Hall, MARKS } from '../../support/marked-hall.ts';

/**
 * Whose thing is asked for. `mixed`: by the address of the caller's event, of somebody or something in another one;
 * only where the address names both.
 */
export const WHOSE = ['own', 'same event', 'other event', 'mixed', 'missing'] as const;
export type Whose = (typeof WHOSE)[number];

const IN_AN_EVENT =
  /:eventId.*:(attendeeId|importId|mailId|askId|introductionId|suggestionId|reportId|number|screenId|session)/u;
export const whoseOf = (route: string): readonly Whose[] =>
  IN_AN_EVENT.test(route) || route.includes(':messageId') ? WHOSE : WHOSE.filter((whose) => whose !== 'mixed');

export const badgeOf = ({ students }: TestEvening): string => `${MARKS.badgeCode}${students[0]?.id}`;

interface Halls {
  readonly mine: Hall;
  readonly other: Hall;
  /** A display of the hall that has been open. */
  readonly screen: (hall: Hall) => string;
  /** Somebody who has just joined there as a helper. */
  readonly helper: (hall: Hall) => string;
}

/** The address of a route as this caller would ask for something of their own, of somebody else, or of nobody. */
export function addressOf(url: string, who: Who, whose: Whose, { mine, other, screen, helper }: Halls): string {
  const event = whose === 'other event' ? other : mine;
  const thing = whose === 'other event' || whose === 'mixed' ? other : mine;
  const people = who === 'mentor' && thing === mine ? thing.evening.mentors : thing.evening.students;
  const or = (there: string | undefined): string => (whose === 'missing' ? 'missing' : (there ?? ''));
  return url
    .replace(':messageId/:act', `${or(thing.slackId)}/arrived`)
    .replace(':eventId', or(event.evening.id))
    .replace(':attendeeId', or(people[whose === 'same event' ? 1 : 0]?.id))
    .replace(':otherId', (who === 'mentor' ? event.evening.students : event.evening.mentors)[0]?.id ?? '')
    .replace(':displayId', or(thing.display))
    .replace(':importId', or(thing.importId))
    .replace(':mailId', or(thing.mailId))
    .replace(':act', 'stop')
    .replace('/b/:code', `/b/${or(badgeOf(thing.evening))}`)
    .replace(':code', or(thing.code))
    .replace(':number', or(thing.waiting.number))
    .replace(':version', whose === 'missing' ? '99' : '1')
    .replace(':call', 'leaving')
    .replace(':screenId', () => (whose === 'missing' ? 'missing' : screen(thing)))
    .replace(':askId', or(thing.askId))
    .replace(':introductionId', or(thing.introductionId))
    .replace(':suggestionId', or(thing.suggestionId))
    .replace(':reportId', or(thing.reportId))
    .replace(':key', freshKey())
    .replace(':staffId', 'missing')
    .replace(':memberId', thing.memberId)
    .replace(':requestId', 'missing')
    .replace(':questionId', 'a-missing')
    .replace(':proposalId', 'missing')
    .replace('helpers/:session', () => `helpers/${whose === 'missing' ? '0'.repeat(64) : helper(thing)}`)
    .replace(':session', '0'.repeat(64))
    .replace('industries/:id', 'industries/banking')
    .replace('roles/:id', 'roles/quant')
    .replace(':email', 'nobody@example.org')
    .replace(':language', 'de')
    .replace(':reading', 'no-such-reading')
    .replace('*', 'no-such.js');
}
