import type { AttendeeId } from '../kernel/ids.ts';
import { type Attendee, firstName, shortName } from './roster.ts';

type Named = Pick<Attendee, 'id' | 'name' | 'badgeCode'>;

/**
 * Names as they may hang on a wall, on paper or on a screen: first name and initial. Where two would read the same, so many more letters as tell
 * them apart; namesakes are told apart by their badge.
 * @param firstOnly the first name alone: who shares it is told apart by their badge
 */
export function wallNames(people: readonly Named[], firstOnly = false): Map<AttendeeId, string> {
  const names = new Map<AttendeeId, string>();
  for (const alike of grouped(people, ({ name }) => (firstOnly ? firstName(name) : shortName(name)))) {
    const letters = alike.length === 1 ? 1 : lettersNeeded(alike);
    const asWritten = (name: string): string => (firstOnly ? firstName(name) : withLetters(name, letters));
    const written = grouped(alike, ({ name }) => asWritten(name));
    for (const namesakes of written)
      for (const one of namesakes) {
        const name = asWritten(one.name);
        names.set(one.id, namesakes.length === 1 || one.badgeCode === '' ? name : `${name} (${one.badgeCode})`);
      }
  }
  return names;
}

type MayBeOff = Named & Pick<Attendee, 'registration'>;

/** As `wallNames`, for paper: the badge's code for whoever keeps their name off the walls. */
export const listNames = (people: readonly MayBeOff[], firstOnly = false): Map<AttendeeId, string> =>
  withCodes(people, (named) => wallNames(named, firstOnly));

/** Full names for paper, with the same codes. */
export const fullListNames = (people: readonly MayBeOff[]): Map<AttendeeId, string> =>
  withCodes(people, (named) => new Map(named.map(({ id, name }) => [id, name])));

function withCodes(
  people: readonly MayBeOff[],
  namesOf: (named: readonly MayBeOff[]) => Map<AttendeeId, string>,
): Map<AttendeeId, string> {
  const isOff = ({ registration }: MayBeOff): boolean => registration.offWalls === true;
  const names = namesOf(people.filter((one) => !isOff(one)));
  for (const { id, badgeCode } of people.filter(isOff)) names.set(id, badgeCode);
  return names;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

const lastName = (name: string): string => name.trim().split(/\s+/u).slice(1).at(-1) ?? '';

/** The fewest letters of the last name that tell as many apart as the whole last name does. */
function lettersNeeded(alike: readonly Named[]): number {
  const lastNames = alike.map(({ name }) => [...lastName(name)]);
  const longest = Math.max(1, ...lastNames.map(({ length }) => length));
  // a full stop at the end tells nobody apart
  const apart = (letters: number): number => new Set(lastNames.map((last) => last.slice(0, letters).join(''))).size;
  const most = apart(longest);
  let letters = 1;
  while (letters < longest && apart(letters) < most) letters++;
  return letters;
}

/** "Aisha Ka." with two letters of the last name; a last name that ends there has no full stop. */
function withLetters(name: string, letters: number): string {
  const last = [...lastName(name)];
  if (letters === 1 || last.length === 0) return shortName(name);
  const [first = ''] = name.trim().split(/\s+/u);
  return last.length <= letters ? `${first} ${last.join('')}` : `${first} ${last.slice(0, letters).join('')}.`;
}
