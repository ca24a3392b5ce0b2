import type { AttendeeDetails } from '../event/roster.ts';
import { emailKey, nameKey } from './keys.ts';
import type { DetailField, RosterFile, RosterPerson } from './roster-file.ts';

/** Somebody already on the event's roster. */
export interface OnRoster<Id extends string> {
  readonly id: Id;
  readonly details: AttendeeDetails;
}

/** What importing a file would do to a roster. */
export interface RosterComparison<Id extends string> {
  readonly new: readonly RosterPerson[];
  /** `fields` are the ones to write; all others stay as they are, edits by hand included. */
  readonly changed: readonly {
    readonly id: Id;
    readonly person: RosterPerson;
    readonly fields: readonly DetailField[];
  }[];
  readonly same: readonly { readonly id: Id; readonly person: RosterPerson }[];
  /** On the roster in the file's role, but not in the file. */
  readonly missing: readonly Id[];
}

/**
 * Compares a file with the roster, for the preview of an import. Importing one file twice finds nobody new.
 * People match by address and name; else by an address that only one has on each side (a corrected name); else, where a
 * side has no address, by name. Only people of the file's role are looked at.
 */
export function compareWithRoster<Id extends string>(
  file: Pick<RosterFile, 'role' | 'fields' | 'people'>,
  existing: readonly OnRoster<Id>[],
): RosterComparison<Id> {
  const roster = existing.filter((entry) => entry.details.role === file.role).map(keyed);
  const matches = matchAll(file, roster);
  const found = file.people.flatMap((person) => {
    const entry = matches.get(person);
    return entry === undefined ? [] : [{ id: entry.id, person, fields: changedFields(file.fields, person, entry) }];
  });
  const taken = new Set(matches.values());
  return {
    new: file.people.filter((person) => !matches.has(person)),
    changed: found.filter(({ fields }) => fields.length > 0),
    same: found.filter(({ fields }) => fields.length === 0).map(({ id, person }) => ({ id, person })),
    missing: roster.filter((entry) => !taken.has(entry)).map((entry) => entry.id),
  };
}

interface Keyed<Id extends string> extends OnRoster<Id> {
  readonly emailKey: string;
  readonly nameKey: string;
}

const keyed = <Id extends string>(entry: OnRoster<Id>): Keyed<Id> => ({
  id: entry.id,
  details: entry.details,
  emailKey: emailKey(entry.details.email),
  nameKey: nameKey(entry.details.name),
});

type Keys = Pick<RosterPerson, 'emailKey' | 'nameKey' | 'details'>;
/** Under what a person is looked up; undefined where this way of matching is not for them. */
type KeyOf = (keys: Keys) => string | undefined;

const byAddressAndName: KeyOf = (keys) => (keys.emailKey === '' ? undefined : `${keys.emailKey} ${keys.nameKey}`);
const byAddress: KeyOf = (keys) => (keys.emailKey === '' ? undefined : keys.emailKey);
const byNameWithoutAddress: KeyOf = (keys) => (keys.emailKey === '' ? keys.nameKey : undefined);
const byName: KeyOf = (keys) => keys.nameKey;

function matchAll<Id extends string>(
  file: Pick<RosterFile, 'fields' | 'people'>,
  roster: readonly Keyed<Id>[],
): Map<RosterPerson, Keyed<Id>> {
  const matches = new Map<RosterPerson, Keyed<Id>>();
  const taken = new Set<Keyed<Id>>();
  const match = (person: RosterPerson, entry: Keyed<Id>): void => {
    if (matches.has(person) || taken.has(entry)) return;
    matches.set(person, entry);
    taken.add(entry);
  };
  const pairUp = (keyOf: KeyOf): void => {
    const entriesOf = groupBy(
      roster.filter((entry) => !taken.has(entry)),
      keyOf,
    );
    const open = file.people.filter((person) => !matches.has(person));
    for (const [key, people] of groupBy(open, keyOf))
      for (const [entry, person] of zip(entriesOf.get(key) ?? [], people)) match(person, entry);
  };

  for (const keyOf of [byAddressAndName, byNameWithoutAddress]) {
    // several people may have one name and no address: the unchanged ones first, so that they keep their own entry
    pairUp((keys) => {
      const key = keyOf(keys);
      return key === undefined ? undefined : `${key} ${allAnswers(keys.details, file.fields)}`;
    });
    pairUp(keyOf);
  }
  for (const [person, entry] of onlyOnes(file.people, roster, byAddress)) match(person, entry);
  for (const [person, entry] of onlyOnes(file.people, roster, byName))
    if (person.emailKey === '' || entry.emailKey === '') match(person, entry);
  return matches;
}

const zip = <First, Second>(first: readonly First[], second: readonly Second[]): [First, Second][] =>
  first.slice(0, second.length).map((item, index) => [item, second[index] as Second]);

const allAnswers = (details: AttendeeDetails, fields: readonly DetailField[]): string =>
  JSON.stringify(fields.map((field) => comparable(details, field)));

/** The pairs whose key nobody else has, on either side. */
function onlyOnes<Id extends string>(
  people: readonly RosterPerson[],
  roster: readonly Keyed<Id>[],
  keyOf: KeyOf,
): [RosterPerson, Keyed<Id>][] {
  const entriesOf = groupBy(roster, keyOf);
  return [...groupBy(people, keyOf)].flatMap(([key, [person, ...otherPeople]]) => {
    const [entry, ...otherEntries] = entriesOf.get(key) ?? [];
    const only = person !== undefined && entry !== undefined && otherPeople.length + otherEntries.length === 0;
    return only ? [[person, entry] as [RosterPerson, Keyed<Id>]] : [];
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

function changedFields(
  fields: readonly DetailField[],
  person: RosterPerson,
  entry: { readonly details: AttendeeDetails },
): DetailField[] {
  return fields.filter((field) => comparable(person.details, field) !== comparable(entry.details, field));
}

function comparable(details: AttendeeDetails, field: DetailField): string {
  const value = answerIn(details, field);
  if (typeof value !== 'string') return JSON.stringify(value);
  return field === 'email' ? emailKey(value) : value;
}

/** What stands in a field of somebody's details. */
export function answerIn(details: AttendeeDetails, field: DetailField): string | readonly string[] {
  switch (field) {
    case 'card.jobTitle':
      return details.card.jobTitle;
    case 'card.company':
      return details.card.company;
    case 'card.industry':
      return details.card.industry;
    case 'card.roles':
      return details.card.roles;
    case 'card.askMeAbout':
      return details.card.askMeAbout;
    case 'card.allDay':
      return details.card.allDay;
    case 'card.howIGotHere':
      return details.card.howIGotHere;
    case 'card.wouldDoDifferently':
      return details.card.wouldDoDifferently;
    case 'card.pronouns':
      return details.card.pronouns;
    case 'card.yearsInWork':
      return details.card.yearsInWork;
    case 'card.organisationKind':
      return details.card.organisationKind;
    case 'card.pleaseDontAsk':
      return details.card.pleaseDontAsk;
    case 'card.surprising':
      return details.card.surprising;
    case 'card.tools':
      return details.card.tools;
    case 'card.firstJobs':
      return details.card.firstJobs;
    case 'card.contact':
      return details.card.contact;
    default:
      return details[field];
  }
}
