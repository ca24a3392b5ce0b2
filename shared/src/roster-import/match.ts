import type { AttendeeDetails } from '../event/roster.ts';
import { answerIn } from './detail-fields.ts';
import { emailKey, nameKey } from './keys.ts';
import type { DetailField, RosterFile, RosterPerson } from './roster-file.ts';

/** Somebody on the roster, under the keys by which we look for them. */
export interface Keyed<Entry> {
  readonly entry: Entry;
  readonly details: AttendeeDetails;
  readonly emailKey: string;
  readonly nameKey: string;
  readonly accountId: string;
  readonly unsure: 'named' | 'unknown' | null;
}

/** An entry with all that it is recognised by. */
export const keyed = <
  Entry extends {
    readonly details: AttendeeDetails;
    readonly accountId?: string;
    readonly unsure?: Keyed<Entry>['unsure'];
  },
>(
  entry: Entry,
): Keyed<Entry> => ({
  entry,
  details: entry.details,
  emailKey: emailKey(entry.details.email),
  nameKey: nameKey(entry.details.name),
  accountId: entry.accountId ?? '',
  unsure: entry.unsure ?? null,
});

type Keys = Pick<RosterPerson, 'emailKey' | 'nameKey' | 'details' | 'accountId'>;
/** Under what a person is looked up; undefined where this way of matching is not for them. */
type KeyOf = (keys: Keys) => string | undefined;

const byAccount: KeyOf = (keys) => (keys.accountId === '' ? undefined : keys.accountId);
const byAddressAndName: KeyOf = (keys) => (keys.emailKey === '' ? undefined : `${keys.emailKey} ${keys.nameKey}`);
const byAddress: KeyOf = (keys) => (keys.emailKey === '' ? undefined : keys.emailKey);
const byNameWithoutAddress: KeyOf = (keys) => (keys.emailKey === '' ? keys.nameKey : undefined);
const byName: KeyOf = (keys) => keys.nameKey;

/** Two accounts are two people, whatever else they share. */
const otherAccount = (one: Keys, other: Keys): boolean =>
  one.accountId !== '' && other.accountId !== '' && one.accountId !== other.accountId;

/**
 * Finds out who in a file is who on a roster: by account; by address and name; else by an address that only one has on
 * each side (a corrected name); else, where a side has no address, by name. Whoever called themselves so, and nobody has
 * confirmed it, is found by both together or not at all: what the file says of somebody must not be written into the row
 * of whoever took their name.
 */
export function matchPeople<Entry>(
  people: readonly RosterPerson[],
  fields: RosterFile['fields'],
  everybody: readonly Keyed<Entry>[],
): Map<RosterPerson, Keyed<Entry>> {
  const roster = everybody.filter(({ unsure }) => unsure !== 'unknown');
  const sure = roster.filter(({ unsure }) => unsure === null);
  const matches = new Map<RosterPerson, Keyed<Entry>>();
  const taken = new Set<Keyed<Entry>>();
  const match = (person: RosterPerson, entry: Keyed<Entry>): void => {
    if (matches.has(person) || taken.has(entry) || otherAccount(person, entry)) return;
    matches.set(person, entry);
    taken.add(entry);
  };
  const pairUp = (keyOf: KeyOf): void => {
    const free = roster.filter((entry) => !taken.has(entry));
    const entriesOf = groupBy(free, keyOf);
    const open = people.filter((person) => !matches.has(person));
    for (const [key, group] of groupBy(open, keyOf)) {
      const entries = entriesOf.get(key) ?? [];
      let from = 0;
      for (const person of group) {
        while (from < entries.length && taken.has(entries[from] as Keyed<Entry>)) from++;
        const entry = entries.slice(from).find((one) => !taken.has(one) && !otherAccount(person, one));
        if (entry !== undefined) match(person, entry);
        if (from === entries.length) break;
      }
    }
  };

  pairUp(byAccount);
  for (const keyOf of [byAddressAndName, byNameWithoutAddress]) {
    // several people may have one name and no address: the unchanged ones first, so that they keep their own entry
    pairUp((keys) => {
      const key = keyOf(keys);
      return key === undefined ? undefined : `${key} ${allAnswers(keys.details, fields)}`;
    });
    pairUp(keyOf);
  }
  for (const [person, entry] of onlyOnes(people, sure, byAddress)) match(person, entry);
  for (const [person, entry] of onlyOnes(people, sure, byName))
    if (person.emailKey === '' || entry.emailKey === '') match(person, entry);
  return matches;
}

/** Consents carry the instant at which they were read, so they say nothing here. */
const allAnswers = (details: AttendeeDetails, fields: readonly DetailField[]): string =>
  JSON.stringify(fields.filter((field) => field !== 'registration.consents').map((field) => answerIn(details, field)));

/** The pairs whose key nobody else has, on either side. */
function onlyOnes<Entry>(
  people: readonly RosterPerson[],
  roster: readonly Keyed<Entry>[],
  keyOf: KeyOf,
): [RosterPerson, Keyed<Entry>][] {
  const entriesOf = groupBy(roster, keyOf);
  return [...groupBy(people, keyOf)].flatMap(([key, [person, ...otherPeople]]) => {
    const [entry, ...otherEntries] = entriesOf.get(key) ?? [];
    const only = person !== undefined && entry !== undefined && otherPeople.length + otherEntries.length === 0;
    return only ? [[person, entry] as [RosterPerson, Keyed<Entry>]] : [];
  });
}

function groupBy<Item extends Keys>(items: readonly Item[], keyOf: KeyOf): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
