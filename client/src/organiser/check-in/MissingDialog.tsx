import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { DeskProps } from '../live/LiveDialogs.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { t } from '../words.ts';
import { firstTables, type RollGroup, rollOf } from './roll.ts';

type Props = Pick<DeskProps, 'store' | 'door' | 'onClose'>;

/** Names to read from the stage: who is missing, or everybody for a roll call. A tap says that somebody is here. */
export function MissingDialog({ store, door, onClose }: Props) {
  const [everybody, setEverybody] = useState(false);
  const people = (store.people.value ?? []).filter((one) => one.standing === 'active' || door.isHere(one));
  const missing = people.filter((one) => !door.isHere(one));
  // whoever answers stays where they were read, so that a wrong tap can be taken back
  const atOpening = useMemo(() => new Set(missing.map(({ id }) => id)), []);
  const shown = everybody ? people : people.filter((one) => atOpening.has(one.id) || !door.isHere(one));
  const tables = store.detail.value?.tables ?? [];
  const first = firstTables(store.followed.value?.schedule, tables);
  const groups = rollOf(shown, first, tables);
  const mentors = missing.filter(({ role }) => role === 'mentor').length;
  return (
    <Dialog title={t('missing.heading', { count: missing.length })} onClose={onClose} wide>
      <div class="roll-head">
        <p role="status">{missing.length === 0 ? t('missing.none') : t('missing.mentors', { count: mentors })}</p>
        <div class="button-row">
          <button type="button" aria-pressed={!everybody} onClick={() => setEverybody(false)}>
            {t('missing.only')}
          </button>
          <button type="button" aria-pressed={everybody} onClick={() => setEverybody(true)}>
            {t('missing.everybody')}
          </button>
        </div>
      </div>
      <div class="roll">
        {groups.map((group) => (
          <Group key={group.table?.number ?? group.kind} {...{ group, door }} knowsTables={!store.isHelper} />
        ))}
      </div>
    </Dialog>
  );
}

interface GroupProps extends Pick<Props, 'door'> {
  readonly group: RollGroup;
  readonly knowsTables: boolean;
}

function Group({ group, door, knowsTables }: GroupProps) {
  const rest = knowsTables ? 'missing.group.rest' : 'missing.group.students';
  const { kind, table, people } = group;
  return (
    <section class="roll-group">
      <h3>
        {table
          ? t('result.table', { number: table.number, name: table.name })
          : t(kind === 'mentors' ? 'missing.group.mentors' : rest)}
      </h3>
      <ul>
        {people.map(({ person, table: number }) => {
          const here = door.isHere(person);
          return (
            <li key={person.id} class={here ? 'is-here' : ''}>
              <span class="roll-name">
                <Name of={person.name} />
                {kind === 'mentors' && number !== null ? <small>{t('missing.at', { number })}</small> : null}
              </span>
              <button
                type="button"
                aria-pressed={here}
                aria-label={t('missing.here.label', { name: person.name })}
                onClick={() => (here ? door.takeBack(person.id) : door.receive(person))}
              >
                <Icon name={here ? 'check' : 'plus'} /> {t('missing.here')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
