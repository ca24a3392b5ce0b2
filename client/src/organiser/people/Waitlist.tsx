import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { StandingAnswer } from '@lapwing/shared/protocol/places-api';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { TableBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';

interface Props {
  readonly store: EventStore;
  /** Those on the waitlist who were searched for. */
  readonly people: readonly Attendee[];
  readonly onEdit: (person: Attendee) => void;
  readonly onMoved: (moved: StandingAnswer) => void;
}

/** The waitlist in its order, and the mentors in reserve; whoever is let in by hand passes the line. */
export function Waitlist({ store, people, onEdit, onMoved }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const places = store.invitation.value?.places;
  const order = new Map((places?.line ?? []).map(({ id, since }, index) => [id, { place: index + 1, since }]));
  const placeOf = (id: AttendeeId): number => order.get(id)?.place ?? 0;
  const students = people.filter(({ role }) => role === 'student').sort((a, b) => placeOf(a.id) - placeOf(b.id));
  const mentors = people.filter(({ role }) => role === 'mentor');
  const letIn = async (person: Attendee): Promise<void> => {
    const answer = await store.api.setStanding(person.id, { standing: 'active' });
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    await store.refresh();
    onMoved(answer.value);
  };
  const row = (person: Attendee) => (
    <Row
      key={person.id}
      person={person}
      spot={order.get(person.id) ?? null}
      timeZone={store.detail.value?.settings.timeZone ?? 'UTC'}
      onLetIn={() => void letIn(person)}
      onEdit={() => onEdit(person)}
    />
  );
  return (
    <div class="waitlist">
      <RefusalNote code={refusal} />
      <h3>{t('waitlist.heading', { students: students.length })}</h3>
      <p class="quiet">
        {places?.places === null || places === undefined
          ? t('waitlist.no-limit')
          : t(places.lends ? 'waitlist.places.lends' : 'waitlist.places', {
              active: places.active,
              places: places.places,
            })}
      </p>
      {students.length > 0 ? <Box label={t('waitlist.table')}>{students.map(row)}</Box> : null}
      <h3>{t('waitlist.reserve', { mentors: mentors.length })}</h3>
      <p class="quiet">{t('waitlist.reserve.what')}</p>
      {mentors.length > 0 ? <Box label={t('waitlist.reserve.table')}>{mentors.map(row)}</Box> : null}
    </div>
  );
}

const Box = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <TableBox
    label={label}
    columns={[t('waitlist.column.place'), t('people.column.name'), t('people.column.about')]}
    actions={t('people.column.actions')}
  >
    {children}
  </TableBox>
);

interface RowProps {
  readonly person: Attendee;
  readonly spot: { readonly place: number; readonly since: Attendee['checkedInAt'] } | null;
  readonly timeZone: string;
  readonly onLetIn: () => void;
  readonly onEdit: () => void;
}

function Row({ person, spot, timeZone, onLetIn, onEdit }: RowProps) {
  const about = person.role === 'mentor' ? [person.card.industry, person.card.jobTitle] : [person.course];
  return (
    <tr>
      <td class="place">
        {spot ? t('waitlist.place', { place: spot.place }) : t('waitlist.in-reserve')}
        {spot?.since ? (
          <small>
            {t('waitlist.since', { date: dateText(spot.since, timeZone), time: clockText(spot.since, timeZone) })}
          </small>
        ) : null}
      </td>
      <th scope="row">
        <Name of={person.name} />
        {person.unconfirmed ? <small class="kept">{t('people.unconfirmed')}</small> : null}
      </th>
      <td>{about.filter((part) => part !== '').join(', ')}</td>
      <td class="row-actions">
        <button type="button" onClick={onLetIn} aria-label={t('waitlist.let-in.label', { name: person.name })}>
          <Icon name="check" /> {t('waitlist.let-in')}
        </button>
        <button type="button" onClick={onEdit} aria-label={t('people.edit.label', { name: person.name })}>
          <Icon name="edit" /> {t('people.edit')}
        </button>
      </td>
    </tr>
  );
}
