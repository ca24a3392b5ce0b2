import { personLine } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { EventStore } from '../event-store.ts';
import { findPeople } from '../people/find-people.ts';
import { t } from '../words.ts';
import { peopleOf } from './plan-rows.ts';

interface Props {
  readonly store: EventStore;
  readonly plan: PlanView;
  readonly chosen: AttendeeId | null;
  readonly onChoose: (person: AttendeeId | null) => void;
}

/** Type a name: the best fit is drawn as a line through the grid while typing. */
export function PersonFinder({ store, plan, chosen, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const planned = useMemo(() => peopleOf(plan.schedule), [plan]);
  const people = store.people.value ?? [];
  const person = chosen === null ? undefined : store.byId.value.get(chosen);
  const search = (text: string): void => {
    setQuery(text);
    if (text.trim() === '') {
      onChoose(null);
      return;
    }
    const found = findPeople(
      people.filter(({ id }) => planned.has(id)),
      text,
    );
    onChoose(found[0]?.id ?? null);
  };
  return (
    <div class="person-finder">
      <label class="search-field">
        <Icon name="search" />
        <span class="k-unseen">{t('plan.find')}</span>
        <input
          type="search"
          placeholder={t('plan.find')}
          value={query}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </label>
      <p class="person-found" role="status">
        {person ? (
          <>
            <b>
              <Name of={person.name} />
            </b>{' '}
            {tablesOf(store, plan, person.id)}
          </>
        ) : query.trim() === '' ? null : (
          t('plan.find.nobody')
        )}
      </p>
    </div>
  );
}

function tablesOf(store: EventStore, plan: PlanView, person: AttendeeId): string {
  const numbers = new Map((store.detail.value?.tables ?? []).map(({ id, number }) => [id, number]));
  const stops = personLine(plan.schedule, person).map(({ table }) =>
    table === null ? '–' : (numbers.get(table) ?? '?'),
  );
  return t('plan.find.tables', { tables: stops.join(' → ') });
}
