import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { type Sentence, sentence } from '../sentence.ts';

/** How to call people and tables: only the console may name people. */
export interface Names {
  /** "Aisha Karim and Ben Patel", or "5 people". */
  readonly people: (ids: readonly AttendeeId[]) => string;
  /** The number of a table; `UNKNOWN` for one that is not known. */
  readonly table: (id: TableId) => string | number;
}

export const UNKNOWN = '?';

/** A change of the room as something that happened ("Table 5 closed"), or as what *Undo* takes back. */
export function changeSentence(change: RoomChange, names: Names, as: 'log' | 'undo'): Sentence {
  switch (change.kind) {
    case 'arrived':
    case 'noShows':
    case 'left':
      return sentence(`${as}.change.${change.kind}`, { people: names.people(change.people) });
    case 'replaced':
      return sentence(`${as}.change.replaced`, {
        mentor: names.people([change.mentor]),
        by: names.people([change.by]),
      });
    case 'mentorSeated':
      return sentence(`${as}.change.mentorSeated`, {
        people: names.people([change.mentor]),
        table: names.table(change.table),
      });
    case 'tableClosed':
      return sentence(`${as}.change.tableClosed`, { table: names.table(change.table) });
    case 'rulesChanged':
      return sentence(`${as}.change.rulesChanged`);
    case 'tableAdded': {
      const table = names.table(change.table);
      // an undo takes the table away, and its number with it
      return table === UNKNOWN
        ? sentence('log.change.tableAdded.gone')
        : sentence(`${as}.change.tableAdded`, { table });
    }
    case 'moved': {
      const values = { people: names.people([change.person]), round: change.round };
      if (change.table === null) return sentence(`${as}.change.sits-out`, values);
      const id = change.toEnd && as === 'log' ? 'log.change.moved.on' : (`${as}.change.moved` as const);
      return sentence(id, { ...values, table: names.table(change.table) });
    }
    case 'swapped': {
      const id = change.toEnd && as === 'log' ? 'log.change.swapped.on' : (`${as}.change.swapped` as const);
      return sentence(id, { people: names.people([change.one, change.other]), round: change.round });
    }
  }
}
