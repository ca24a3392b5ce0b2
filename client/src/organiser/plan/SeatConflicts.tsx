import type { PlanBasis } from '@lapwing/shared/protocol/api';
import { eveningToPlan } from '@lapwing/shared/protocol/planned-for';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening-to-plan';
import { type SeatConflict, seatConflicts } from '@lapwing/shared/rotation/seat-conflicts';
import { useMemo } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { type Sentence, sentence } from '../sentence.ts';
import { Note } from '../shell/Note.tsx';
import { listText, say, t } from '../words.ts';

/** One thing that cannot be, in the organiser's words. */
export function conflictText(
  { kind, people, table }: SeatConflict,
  nameOf: (id: SeatConflict['people'][number]) => string,
): Sentence {
  const names = people.map(nameOf);
  return sentence(`conflict.${kind}`, {
    names: listText(names),
    one: names[0] ?? '',
    other: names[1] ?? '',
    people: people.length,
    table: table ?? '',
  });
}

const conflictsOf = (evening: EveningToPlan): SeatConflict[] =>
  evening.students.length === 0 || evening.mentors.length === 0 ? [] : seatConflicts(evening);

interface Props {
  readonly store: EventStore;
  readonly basis: PlanBasis;
}

/** What no plan of this evening can keep. */
export function useConflicts(store: EventStore, basis: PlanBasis): readonly SeatConflict[] {
  const people = store.people.value ?? [];
  const event = store.detail.value;
  const company = store.company.value;
  return useMemo(
    () => (event ? conflictsOf(eveningToPlan(event.settings, event.tables, people, basis, company)) : []),
    [event, people, basis, company],
  );
}

/** What no plan can keep, said before anybody searches for one; nothing where all rules go together. */
export function SeatConflicts({ store, basis }: Props) {
  const conflicts = useConflicts(store, basis);
  if (conflicts.length === 0) return null;
  const nameOf = (id: SeatConflict['people'][number]): string => store.byId.value.get(id)?.name ?? t('plan.gone');
  return (
    <Note tone="warn">
      <p>{t('conflict.heading', { count: conflicts.length })}</p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={[conflict.kind, ...conflict.people].join(' ')}>{say(conflictText(conflict, nameOf))}</li>
        ))}
      </ul>
      <p>
        <a href={sectionHash(store.id, 'people')}>{t('conflict.to-people')}</a>{' '}
        <a href={sectionHash(store.id, 'floor')}>{t('conflict.to-floor')}</a>
      </p>
    </Note>
  );
}
