import { tableName } from '@lapwing/shared/event/floor';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { useState } from 'preact/hooks';
import { Icon } from '../../../kit/Icon.tsx';
import { Name } from '../../../kit/Name.tsx';
import { Dialog } from '../../shell/Dialog.tsx';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';
import { RepairView } from '../RepairView.tsx';
import { freeMentors, roomOf } from '../room-now.ts';

/** One table: who sits at it now, and what can be done with it. */
export function TableDialog(props: DeskProps & { readonly table: TableId }) {
  const { store, control, event, table: id, open, onClose } = props;
  const [change, setChange] = useState<RoomChange | null>(null);
  const table = event.tables.find((one) => one.id === id);
  const room = roomOf(store);
  if (!table) return null;
  const seating = room?.seating(id) ?? { students: [], mentors: [] };
  const free = room ? freeMentors(room, store.people.value ?? []) : [];
  return (
    <Dialog title={t('floor.table', { number: table.number, name: tableName(table) })} onClose={onClose}>
      {room ? (
        <p class="quiet">{t('table.round', { round: room.first })}</p>
      ) : (
        <p class="quiet">{t('table.not-now')}</p>
      )}
      <ul class="table-people">
        {[...seating.mentors, ...seating.students].map((person) => (
          <TablePerson key={person} {...{ store, person }} onOpen={() => open({ kind: 'person', person })} />
        ))}
      </ul>
      {room && change === null ? (
        <div class="dialog-actions">
          <button type="button" onClick={() => setChange({ kind: 'tableClosed', table: id })}>
            {t('act.close-table', { table: table.number })}
          </button>
          {free.map((mentor) => (
            <button
              key={mentor.id}
              type="button"
              onClick={() => setChange({ kind: 'mentorSeated', mentor: mentor.id, table: id })}
            >
              {t('act.seat-mentor', { name: mentor.name })}
            </button>
          ))}
        </div>
      ) : null}
      {room && change ? (
        <RepairView {...{ store, control, change }} focus onApplied={onClose}>
          <button type="button" onClick={() => setChange(null)}>
            {t('need.other')}
          </button>
        </RepairView>
      ) : null}
    </Dialog>
  );
}

interface PersonProps {
  readonly store: DeskProps['store'];
  readonly person: AttendeeId;
  readonly onOpen: () => void;
}

function TablePerson({ store, person: id, onOpen }: PersonProps) {
  const person = store.byId.value.get(id);
  if (!person) return null;
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <b>
          <Name of={person.name} />
        </b>
        <span class="quiet">{t(`role.${person.role}`)}</span>
        {person.checkedInAt === null ? <span class="tag warn">{t('table.absent')}</span> : null}
        <Icon name="arrow-right" />
      </button>
    </li>
  );
}
