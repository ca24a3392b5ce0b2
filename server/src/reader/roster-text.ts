import { EMPTY_REGISTRATION, NO_NEEDS } from '@lapwing/shared/event/registration';
import { type AttendeeDetails, EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { DetailField, OnRoster } from '@lapwing/shared/roster-import/read-roster';

/** A row of the text that `db/repositories/roster` makes. */
type StoredPerson = Omit<AttendeeDetails, 'industries' | 'card' | 'registration' | 'needs'> & {
  readonly id: AttendeeId;
  readonly accountId: string;
  readonly guestOf: AttendeeId | null;
  readonly unnamed: 0 | 1;
  readonly unconfirmed: 0 | 1;
} & Readonly<Record<'industries' | 'card' | 'registration' | 'needs' | 'handEdited', string>>;

export const EMPTY_ROSTER = '{"keys":[],"rows":[]}';

const byName = new Intl.Collator();

/**
 * The people of a roster that travelled as text, in order of names.
 * @param mails whether what they registered with was mailed to the address they gave
 */
export function rosterOf(text: string, here: readonly AttendeeId[], mails: boolean): OnRoster<AttendeeId>[] {
  const present = new Set(here);
  const { keys, rows } = JSON.parse(text) as { readonly keys: string[]; readonly rows: unknown[][] };
  return rows
    .map((cells) => Object.fromEntries(keys.map((key, index) => [key, cells[index]])) as unknown as StoredPerson)
    .map(
      (row): OnRoster<AttendeeId> => ({
        id: row.id,
        details: detailsIn(row),
        accountId: row.accountId,
        handEdited: JSON.parse(row.handEdited) as DetailField[],
        guestOf: row.guestOf,
        unnamed: row.unnamed === 1,
        here: present.has(row.id),
        unsure: row.unconfirmed !== 1 ? null : mails ? 'named' : 'unknown',
      }),
    )
    .sort((one, other) => byName.compare(one.details.name, other.details.name));
}

const detailsIn = (row: StoredPerson): AttendeeDetails => ({
  role: row.role,
  name: row.name,
  email: row.email,
  standing: row.standing,
  course: row.course,
  yearOfStudy: row.yearOfStudy,
  industries: JSON.parse(row.industries) as string[],
  question: row.question,
  access: row.access,
  diet: row.diet,
  availability: row.availability,
  // rows from before a field existed do not have it
  card: { ...EMPTY_CARD, ...(JSON.parse(row.card) as object) },
  registration: { ...EMPTY_REGISTRATION, ...(JSON.parse(row.registration) as object) },
  needs: { ...NO_NEEDS, ...(JSON.parse(row.needs) as object) },
});
