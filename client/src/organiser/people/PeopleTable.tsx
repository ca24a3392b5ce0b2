import type { Attendee } from '@lapwing/shared/event/roster';
import { clockText, dateText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { TableBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';
import { Agreed } from './Agreed.tsx';
import { standingWord } from './standing-word.ts';

interface Props {
  readonly people: readonly Attendee[];
  readonly timeZone: string;
  readonly onEdit: (person: Attendee) => void;
  readonly onLink: (person: Attendee) => void;
}

/** What one says about a person in one line: a mentor's work, a student's course. */
const about = ({ role, card, course, yearOfStudy }: Attendee): string =>
  (role === 'mentor' ? [card.jobTitle, card.company] : [course, yearOfStudy]).filter((part) => part !== '').join(', ');

/** The list of people; it scrolls in its own box. */
export function PeopleTable({ people, timeZone, onEdit, onLink }: Props) {
  if (people.length === 0) return <p class="empty">{t('people.none-shown')}</p>;
  return (
    <TableBox
      label={t('people.table')}
      columns={[
        t('people.column.name'),
        t('people.column.role'),
        t('people.column.about'),
        t('people.column.email'),
        t('people.column.state'),
      ]}
      actions={t('people.column.actions')}
    >
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <Name of={person.name} />
            {person.access === '' ? null : (
              <small class="access">{t('people.access', { access: person.access })}</small>
            )}
            <Agreed person={person} timeZone={timeZone} />
          </th>
          <td>{t(`role.${person.role}`)}</td>
          <td>{about(person)}</td>
          <td class="email">
            {person.email === '' ? (
              <span class="quiet">{t('people.no-email')}</span>
            ) : (
              <span translate={false}>{person.email}</span>
            )}
          </td>
          <td>
            <State person={person} timeZone={timeZone} />
          </td>
          <td class="row-actions">
            <button
              type="button"
              onClick={() => onEdit(person)}
              aria-label={t('people.edit.label', { name: person.name })}
            >
              <Icon name="edit" /> {t('people.edit')}
            </button>
            <button
              type="button"
              onClick={() => onLink(person)}
              aria-label={t('people.link.label', { name: person.name })}
            >
              <Icon name="qr" /> {t('people.link')}
            </button>
          </td>
        </tr>
      ))}
    </TableBox>
  );
}

function State({ person, timeZone }: { person: Attendee; timeZone: string }) {
  if (person.checkedInAt !== null) {
    return <span class="tag ok">{t('people.here-since', { at: clockText(person.checkedInAt, timeZone) })}</span>;
  }
  if (person.unconfirmed && person.standing === 'active') return <NotConfirmed person={person} timeZone={timeZone} />;
  if (person.standing === 'active') return <span>{t('standing.active')}</span>;
  return <span class="tag warn">{t(standingWord(person.standing, person.role))}</span>;
}

/** Nobody has said yes in the mail, and until when the place is kept all the same. */
const NotConfirmed = ({ person: { keptUntil }, timeZone }: { person: Attendee; timeZone: string }) => (
  <>
    <span class="tag warn">{t('people.unconfirmed')}</span>
    {keptUntil === null ? null : (
      <small class="kept">
        {t('people.kept', { date: dateText(keptUntil, timeZone), time: clockText(keptUntil, timeZone) })}
      </small>
    )}
  </>
);
