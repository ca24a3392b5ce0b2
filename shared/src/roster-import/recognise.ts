import { plainHeader, wordedSubject } from './questions.ts';
import type { RosterFormat } from './roster-file.ts';
import type { Subject } from './subject.ts';
import { COMPLETION_TIMES, START_TIMES, TIMESTAMPS } from './words-abroad.ts';

type Names = ReadonlySet<string>;

/** Knows one export by the names of its columns, never by their places. A new format is a new entry in the list. */
interface Recogniser {
  readonly format: Exclude<RosterFormat, 'other'>;
  readonly knows: (names: Names) => boolean;
  /** Columns that mean something else here than their names say. */
  readonly means?: Readonly<Record<string, Subject>>;
}

const ORDER_COLUMNS = ['order #', 'order id', 'order no', 'order number', 'barcode #', 'barcode', 'attendee #'];

const RECOGNISERS: readonly Recogniser[] = [
  {
    format: 'luma',
    knows: (names) =>
      names.has('approval status') &&
      hasAny(names, ['guest id', 'api id', 'ticket type id', 'qr code url']) &&
      hasAny(names, ['name', 'first name', 'email']),
  },
  {
    format: 'meetup',
    knows: (names) =>
      names.has('name') && names.has('user id') && hasAny(names, ['rsvp', 'member id', 'joined group on', 'guests']),
    means: { photo: 'other', title: 'other', intro: 'other', location: 'other' },
  },
  {
    format: 'tito',
    knows: (names) =>
      hasAny(names, ['ticket full name', 'ticket first name']) &&
      hasAny(names, ['ticket email', 'ticket reference', 'order reference']),
    means: { 'ticket company name': 'company' },
  },
  {
    format: 'partiful',
    knows: (names) =>
      names.has('name') &&
      names.has('status') &&
      hasAny(names, ['rsvp date']) &&
      hasAny(names, ['checked in', 'check-in time', 'check in time']),
  },
  {
    format: 'eventbrite',
    knows: (names) =>
      hasAny(names, [...ORDER_COLUMNS, 'attendee status', 'order status']) &&
      (hasAny(names, ['first name', 'attendee first name'])
        ? hasAny(names, ['last name', 'surname', 'attendee last name', 'attendee surname'])
        : hasAny(names, ['name', 'full name', 'attendee name'])) &&
      hasAny(names, ['email', 'email address', 'e-mail', 'attendee email', 'ticket type', 'attendee status']),
  },
  {
    format: 'microsoft-form',
    knows: (names) => hasAny(names, START_TIMES) && hasAny(names, COMPLETION_TIMES),
  },
  {
    format: 'google-form',
    knows: (names) => hasAny(names, TIMESTAMPS) && [...names].some(asksForNameOrAddress),
  },
];

/** Which export has such a header; undefined if none that we know. */
export function recognise(header: readonly string[]): RosterFormat | undefined {
  const names = new Set(header.map(plainHeader));
  return RECOGNISERS.find((recogniser) => recogniser.knows(names))?.format;
}

/** What a column means in one format alone; undefined where the words of its header decide. */
export function subjectInFormat(format: RosterFormat, header: readonly string[], column: number): Subject | undefined {
  const name = plainHeader(header[column] ?? '');
  const names = new Set(header.map(plainHeader));
  const means = RECOGNISERS.find((recogniser) => recogniser.format === format)?.means ?? {};
  if (Object.hasOwn(means, name)) return means[name];
  // the orders report has one row an order, and its own column for what became of it
  const ofOrders = format === 'eventbrite' && names.has('order status') && !names.has('attendee status');
  if (ofOrders && name === 'order status') return 'status';
  if (ofOrders && /^(?:ticket )?quantity$/u.test(name) && !hasAny(names, ['attendee #', 'barcode #'])) return 'tickets';
  return undefined;
}

const hasAny = (names: Names, wanted: readonly string[]): boolean => wanted.some((name) => names.has(name));

const asksForNameOrAddress = (name: string): boolean => {
  const subject = wordedSubject(name, 'student');
  return subject !== undefined && ['email', 'name', 'firstName', 'lastName', 'badge'].includes(subject);
};
