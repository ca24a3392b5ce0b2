import { personLine } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { useState } from 'preact/hooks';
import { clockText } from '../../../kit/figures.ts';
import { PersonalAddress } from '../../people/LinkDialog.tsx';
import { Dialog } from '../../shell/Dialog.tsx';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';
import { namesOf } from '../names.ts';
import { type PersonAct, personActs } from '../person-acts.ts';
import { freeMentors, roomOf } from '../room-now.ts';
import { PersonActForm } from './PersonActForm.tsx';

/** One person tonight: where they sit, and what can be done. */
export function PersonDialog(props: DeskProps & { readonly person: AttendeeId }) {
  const { store, event, person: id, onClose } = props;
  const [act, setAct] = useState<PersonAct | null>(null);
  const [link, setLink] = useState(false);
  const person = store.byId.value.get(id);
  if (!person) return null;
  const room = roomOf(store);
  const reserves = room ? freeMentors(room, store.people.value ?? []) : [];
  const names = namesOf(store);
  const schedule = store.followed.value?.schedule;
  const stops = schedule
    ? personLine(schedule, id).map(({ table }) => (table === null ? '–' : names.table(table)))
    : [];
  const since = person.checkedInAt;
  return (
    <Dialog title={person.name} onClose={onClose}>
      <p>
        {t(`role.${person.role}`)}.{' '}
        {since === null
          ? t('person.not-here')
          : t('people.here-since', { at: clockText(since, event.settings.timeZone) })}
        .{stops.length > 0 ? ` ${t('plan.find.tables', { tables: stops.join(' → ') })}.` : ''}
      </p>
      {act && room ? (
        <PersonActForm {...props} {...{ person, act, room, reserves }} onBack={() => setAct(null)} />
      ) : (
        <div class="dialog-actions">
          {room
            ? personActs(person, room, reserves.length, store.isHelper).map((one) => (
                <button key={one} type="button" onClick={() => setAct(one)}>
                  {t(`act.${one}`)}
                </button>
              ))
            : null}
          {store.isHelper ? null : (
            <button type="button" aria-expanded={link} onClick={() => setLink(!link)}>
              {t('act.link')}
            </button>
          )}
        </div>
      )}
      {link ? <PersonalAddress store={store} person={person} /> : null}
    </Dialog>
  );
}
