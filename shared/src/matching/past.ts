import type { MemberId } from '../kernel/ids.ts';
import { after, days, type Instant } from '../kernel/time.ts';
import type { History, Outcome, Pair, PastIntroduction } from './community.ts';

/** Silences in a row after which somebody is left alone for a while (M16). */
export const SILENCES_TO_REST = 3;
/** For so many days. */
export const REST_DAYS = 90;

/** What an introduction says of the asker: they kept silent, they did not, or nothing. */
const SILENT_ASKER: Partial<Record<Outcome, boolean>> = { 'asker-silent': true, met: false, 'not-met': false };
/** The same of the mentor. */
const SILENT_MENTOR: Partial<Record<Outcome, boolean>> = {
  'no-answer': true,
  met: false,
  'not-met': false,
  declined: false,
  'asker-silent': false,
};
/** Whether an asker had bad luck; what was their own doing ends a row of it. */
const BAD_LUCK: Partial<Record<Outcome, boolean>> = {
  ...{ declined: true, 'no-answer': true, 'not-met': true },
  ...{ met: false, 'asker-silent': false },
};

/** How often something happened in a row up to now, and when last. */
export interface Row {
  readonly count: number;
  readonly last: Instant | null;
}

const NOTHING: Row = { count: 0, last: null };

/** History, ready to be asked about people and pairs. */
export class Past {
  private readonly closed: Acquaintance;
  private readonly tables: Acquaintance;
  private readonly asAsker = new Map<MemberId, PastIntroduction[]>();
  private readonly asMentor = new Map<MemberId, PastIntroduction[]>();

  constructor({ introductions, metAtTables, blocked }: History) {
    this.closed = acquainted([...introductions.map(({ asker, mentor }): Pair => [asker, mentor]), ...blocked]);
    this.tables = acquainted(metAtTables);
    for (const one of [...introductions].sort(newestFirst)) {
      listIn(this.asAsker, one.asker).push(one);
      listIn(this.asMentor, one.mentor).push(one);
    }
  }

  /** Introduced or asked about each other before, whatever came of it (M2), or kept apart (M3). */
  isClosed(one: MemberId, other: MemberId): boolean {
    return this.closed.get(one)?.has(other) ?? false;
  }

  metAtTable(one: MemberId, other: MemberId): boolean {
    return this.tables.get(one)?.has(other) ?? false;
  }

  /** One of their own requests is under way (M9). */
  hasOpen(asker: MemberId): boolean {
    return (this.asAsker.get(asker) ?? []).some(({ outcome }) => outcome === 'open');
  }

  badLuck(asker: MemberId): Row {
    return inARow(this.asAsker.get(asker), BAD_LUCK);
  }

  silentAsker(asker: MemberId): Row {
    return inARow(this.asAsker.get(asker), SILENT_ASKER);
  }

  silentMentor(mentor: MemberId): Row {
    return inARow(this.asMentor.get(mentor), SILENT_MENTOR);
  }
}

/** Whether whoever kept silent so often is left alone now (M16). */
export const rests = ({ count, last }: Row, now: Instant): boolean =>
  count >= SILENCES_TO_REST && last !== null && now < after(last, days(REST_DAYS));

function inARow(newest: readonly PastIntroduction[] | undefined, counts: Partial<Record<Outcome, boolean>>): Row {
  let row = NOTHING;
  for (const { outcome, at } of newest ?? []) {
    const happened = counts[outcome];
    if (happened === undefined) continue;
    if (!happened) break;
    row = { count: row.count + 1, last: row.last ?? at };
  }
  return row;
}

/** Whom everybody has to do with. */
type Acquaintance = ReadonlyMap<MemberId, ReadonlySet<MemberId>>;

function acquainted(pairs: readonly Pair[]): Acquaintance {
  const found = new Map<MemberId, Set<MemberId>>();
  for (const [one, other] of pairs) {
    found.set(one, (found.get(one) ?? new Set()).add(other));
    found.set(other, (found.get(other) ?? new Set()).add(one));
  }
  return found;
}

/** Two of one instant stand in an order of their own, so that no list decides by how it was given. */
const newestFirst = (one: PastIntroduction, other: PastIntroduction): number =>
  other.at - one.at ||
  (`${one.asker} ${one.mentor} ${one.outcome}` < `${other.asker} ${other.mentor} ${other.outcome}` ? -1 : 1);

function listIn<Item>(map: Map<MemberId, Item[]>, id: MemberId): Item[] {
  const list = map.get(id) ?? [];
  map.set(id, list);
  return list;
}
