import { plainHeader, subjectOf } from './questions.ts';
import type { RosterFormat } from './roster-file.ts';

/** Knows one export by the names of its columns, never by their places. A new format is a new entry in the list. */
interface Recogniser {
  readonly format: RosterFormat;
  readonly knows: (names: ReadonlySet<string>) => boolean;
}

/** What forms call the column of the time of the answer, in the languages of the people who send us files. */
const TIMESTAMPS = [
  'timestamp',
  'zeitstempel',
  'horodateur',
  'marca temporal',
  'carimbo de data/hora',
  'informazioni cronologiche',
];

const RECOGNISERS: readonly Recogniser[] = [
  {
    format: 'luma',
    knows: (names) =>
      names.has('approval status') && hasAny(names, ['guest id', 'api id']) && hasAny(names, ['name', 'email']),
  },
  { format: 'meetup', knows: (names) => names.has('name') && names.has('user id') && names.has('rsvp') },
  {
    format: 'eventbrite',
    knows: (names) =>
      names.has('first name') &&
      hasAny(names, ['last name', 'surname']) &&
      hasAny(names, ['order #', 'order id', 'order no', 'order number', 'barcode #', 'attendee #', 'attendee status']),
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

const hasAny = (names: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  wanted.some((name) => names.has(name));

const asksForNameOrAddress = (name: string): boolean =>
  ['email', 'name', 'firstName', 'badge'].includes(subjectOf(name, 'student'));
