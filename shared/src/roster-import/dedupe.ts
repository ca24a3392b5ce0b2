import type { Standing } from '../event/roster.ts';
import type { MappedRow } from './map-record.ts';
import type { PersonFlag, RosterCounts, RosterPerson, RowOutcome } from './roster-file.ts';

/** The people of a file and what became of each row. */
export interface Deduped {
  readonly people: readonly RosterPerson[];
  readonly walkIns: readonly RosterPerson[];
  readonly rows: readonly RowOutcome[];
  readonly counts: RosterCounts;
}

/**
 * Puts the rows of one person together by the rules in this folder's README: same address and same name are one person
 * and the later answers win; whoever shares only one of the two stays apart and is flagged.
 */
export function dedupe(rows: readonly MappedRow[]): Deduped {
  const rowsOf = new Map<string, MappedRow[]>();
  const outcomes = rows.map((row): RowOutcome => {
    if (row.problem !== undefined) return invalid(row);
    const key = identityOf(row);
    const earlier = rowsOf.get(key) ?? [];
    const outcome = outcomeAfter(earlier, row);
    earlier.push(row);
    rowsOf.set(key, earlier);
    return outcome;
  });
  const winners = [...rowsOf.values()].map(winnerOf);
  return {
    people: withFlags(winners),
    walkIns: withFlags(rows.filter(isWalkIn)),
    rows: outcomes,
    counts: countsOf(outcomes),
  };
}

/** Rows with one identity are one person. A row with nothing but a name is nobody else's: names alone never merge. */
function identityOf(row: MappedRow): string {
  if (row.emailKey !== '') return `address ${row.emailKey} ${row.nameKey}`;
  return row.accountId === '' ? `row ${row.record}` : `account ${row.accountId}`;
}

function outcomeAfter(earlier: readonly MappedRow[], row: MappedRow): RowOutcome {
  const { record, details } = row;
  const { name, standing } = details;
  if (standing === 'cancelled') return { record, outcome: 'cancelled', name };
  const first = earlier.find((other) => other.details.standing === standing);
  if (first !== undefined)
    return { record, outcome: 'duplicate', name, reason: 'duplicate-of', value: String(first.record) };
  return { record, outcome: standing === 'active' ? 'person' : 'waiting', name };
}

const invalid = (row: MappedRow): RowOutcome => ({
  record: row.record,
  outcome: 'invalid',
  name: row.details.name,
  ...row.problem,
});

/** The last row of the standing that counts: active before waiting before cancelled. */
function winnerOf(rows: readonly MappedRow[]): MappedRow {
  const order: readonly Standing[] = ['active', 'waiting', 'cancelled'];
  for (const standing of order) {
    const last = rows.findLast((row) => row.details.standing === standing);
    if (last !== undefined) return last;
  }
  throw new Error('a person has at least one row');
}

const isWalkIn = (row: MappedRow): boolean =>
  row.problem?.reason === 'no-email' || row.problem?.reason === 'email-malformed';

function withFlags(rows: readonly MappedRow[]): RosterPerson[] {
  const ofAddress = tally(rows.map((row) => row.emailKey));
  const ofName = tally(rows.map((row) => row.nameKey));
  return rows.map((row) => {
    const flags: PersonFlag[] = [];
    if (row.emailKey === '') flags.push('no-email');
    else if ((ofAddress.get(row.emailKey) ?? 0) > 1) flags.push('shared-email');
    if ((ofName.get(row.nameKey) ?? 0) > 1) flags.push('same-name');
    if (row.under18) flags.push('under-18');
    const { details, emailKey, nameKey, record, accountId, guests } = row;
    return { details, emailKey, nameKey, record, accountId, guests, flags };
  });
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function countsOf(rows: readonly RowOutcome[]): RosterCounts {
  const having = (outcome: RowOutcome['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    unique: having('person'),
    duplicate: having('duplicate'),
    cancelled: having('cancelled'),
    waiting: having('waiting'),
    invalid: having('invalid'),
  };
}
