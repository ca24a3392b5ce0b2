import type { Attendee } from '@lapwing/shared/event/roster';
import type { TableId } from '@lapwing/shared/kernel/ids';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import { RepairView } from './RepairView.tsx';
import { roomOf } from './room-now.ts';

interface Props {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly person: Attendee;
  readonly focus?: boolean;
  readonly onApplied?: () => void;
  readonly children?: ComponentChildren;
}

/** Whether somebody who is here has no table from now on, in an evening that runs. */
export function needsSeat(store: EventStore, { id }: Pick<Attendee, 'id'>): boolean {
  const room = roomOf(store);
  return room !== null && !room.seated.has(id);
}

/** A seat for somebody who is here now and has none. */
export function SeatProposal({ store, control, person, children, ...rest }: Props) {
  if (!needsSeat(store, person)) return <div class="button-row">{children}</div>;
  if (person.role === 'mentor' && store.isHelper) return <p>{t('helper.seat-mentor')}</p>;
  if (person.role === 'mentor') {
    return <MentorSeat {...{ store, control, person, ...rest }}>{children}</MentorSeat>;
  }
  return (
    <RepairView {...{ store, control, ...rest }} change={{ kind: 'arrived', people: [person.id] }}>
      {children}
    </RepairView>
  );
}

/** A mentor sits down where the organiser says: first at a table that has none. */
export function MentorSeat({ store, control, person, children, ...rest }: Props) {
  const id = useId();
  const [table, setTable] = useState<TableId | ''>('');
  const tables = store.detail.value?.tables ?? [];
  const room = roomOf(store);
  if (!room) return <div class="button-row">{children}</div>;
  const count = (one: TableId): number => room.seating(one).mentors.length;
  const free = tables.filter((one) => count(one.id) < 2).sort((one, other) => count(one.id) - count(other.id));
  return (
    <div class="form">
      <div class="field">
        <label for={id}>{t('act.which-table')}</label>
        <select id={id} value={table} onChange={(event) => setTable(event.currentTarget.value as TableId | '')}>
          <option value="">{t('act.choose')}</option>
          {free.map((one) => (
            <option key={one.id} value={one.id}>
              {t('act.table-with', { number: one.number, mentors: count(one.id) })}
            </option>
          ))}
        </select>
      </div>
      {table === '' ? (
        <div class="button-row">{children}</div>
      ) : (
        <RepairView {...{ store, control, ...rest }} change={{ kind: 'mentorSeated', mentor: person.id, table }}>
          {children}
        </RepairView>
      )}
    </div>
  );
}
