import type { RoomChange } from '@lapwing/shared/event/room-change';
import { useState } from 'preact/hooks';
import { t } from '../words.ts';
import { putAside } from './aside.ts';
import type { ActionsProps } from './NeedActions.tsx';
import { namesOf } from './names.ts';
import type { Need } from './needs.ts';
import { RepairView } from './RepairView.tsx';

/** More choices than these are made at the table itself. */
const MOST_CHOICES = 3;

interface Way {
  readonly words: string;
  readonly change: RoomChange;
}

/** A mentor without a table, or a table without its mentor: first choose, then see the price. */
export function MentorActions({ store, control, need, open }: ActionsProps<'mentorMissing' | 'mentorArrived'>) {
  const [way, setWay] = useState<Way | null>(null);
  const later = t(need.kind === 'mentorMissing' ? 'need.wait' : 'need.reserve');
  if (way) {
    return (
      <>
        <p>
          <b>{way.words}</b>
        </p>
        <RepairView store={store} control={control} change={way.change} focus>
          <button type="button" onClick={() => setWay(null)}>
            {t('need.other')}
          </button>
        </RepairView>
      </>
    );
  }
  return (
    <div class="button-row">
      {waysOf(need, store).map((one, index) => (
        <button key={one.words} type="button" class={index === 0 ? 'primary' : ''} onClick={() => setWay(one)}>
          {one.words}
        </button>
      ))}
      {need.kind === 'mentorArrived' ? (
        <button type="button" onClick={() => open({ kind: 'person', person: need.mentor })}>
          {t('need.choose-table')}
        </button>
      ) : null}
      <button type="button" onClick={() => putAside(store, need.id)}>
        {later}
      </button>
    </div>
  );
}

function waysOf(
  need: Extract<Need, { kind: 'mentorMissing' | 'mentorArrived' }>,
  store: ActionsProps<'mentorMissing'>['store'],
): Way[] {
  const names = namesOf(store);
  if (need.kind === 'mentorArrived') {
    return need.tables.slice(0, MOST_CHOICES).map((table) => ({
      words: t('need.open-table', { table: names.table(table) }),
      change: { kind: 'mentorSeated', mentor: need.mentor, table },
    }));
  }
  const stepIn = need.reserves.slice(0, MOST_CHOICES).map(
    (by): Way => ({
      words: t('need.steps-in', { name: names.people([by]) }),
      change: { kind: 'replaced', mentor: need.mentor, by },
    }),
  );
  const close: Way = {
    words: t('act.close-table', { table: names.table(need.table) }),
    change: { kind: 'tableClosed', table: need.table },
  };
  return [...stepIn, close];
}
