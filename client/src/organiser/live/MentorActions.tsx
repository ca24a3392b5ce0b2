import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import { putAside } from './aside.ts';
import type { ActionsProps } from './NeedActions.tsx';
import { namesOf } from './names.ts';
import { leaving, type Need } from './needs.ts';
import { RepairView } from './RepairView.tsx';

/** More choices than these are made at the table itself. */
const MOST_CHOICES = 3;

interface Way {
  readonly words: string;
  readonly change: RoomChange;
}

/** A mentor without a table, or a table without its mentor: first choose, then see the price. */
export function MentorActions({ store, control, need, open }: ActionsProps<'mentorMissing' | 'mentorArrived'>) {
  const later = t(need.kind === 'mentorMissing' ? 'need.wait' : 'need.reserve');
  return (
    <ChooseWay store={store} control={control} ways={waysOf(need, store)}>
      {need.kind === 'mentorArrived' ? (
        <button type="button" onClick={() => open({ kind: 'person', person: need.mentor })}>
          {t('need.choose-table')}
        </button>
      ) : null}
      <button type="button" onClick={() => putAside(store, need.id)}>
        {later}
      </button>
    </ChooseWay>
  );
}

/** A mentor who says to leave while others could take the chair: whoever steps in moves nobody. */
export function MentorLeaves(props: Pick<ActionsProps<'call'>, 'store' | 'control' | 'need'> & { onDone: () => void }) {
  const { store, control, need, onDone } = props;
  const mentor = need.call.person;
  const leave: Way = { words: t('act.left'), change: leaving(need) };
  return (
    <ChooseWay
      store={store}
      control={control}
      ways={[...stepIns(mentor, need.reserves, store), leave]}
      onApplied={onDone}
    >
      <button type="button" onClick={onDone}>
        {t('need.done')}
      </button>
    </ChooseWay>
  );
}

interface ChooseProps extends Pick<ActionsProps<Need['kind']>, 'store' | 'control'> {
  /** The most likely first. */
  readonly ways: readonly Way[];
  readonly onApplied?: () => void;
  /** Buttons besides them. */
  readonly children: ComponentChildren;
}

function ChooseWay({ store, control, ways, onApplied, children }: ChooseProps) {
  const [way, setWay] = useState<Way | null>(null);
  if (way) {
    return (
      <>
        <p>
          <b>{way.words}</b>
        </p>
        <RepairView store={store} control={control} change={way.change} focus {...(onApplied ? { onApplied } : {})}>
          <button type="button" onClick={() => setWay(null)}>
            {t('need.other')}
          </button>
        </RepairView>
      </>
    );
  }
  return (
    <div class="button-row">
      {ways.map((one, index) => (
        <button key={one.words} type="button" class={index === 0 ? 'primary' : ''} onClick={() => setWay(one)}>
          {one.words}
        </button>
      ))}
      {children}
    </div>
  );
}

const stepIns = (mentor: AttendeeId, reserves: readonly AttendeeId[], store: EventStore): Way[] =>
  reserves.slice(0, MOST_CHOICES).map((by) => ({
    words: t('need.steps-in', { name: namesOf(store).people([by]) }),
    change: { kind: 'replaced', mentor, by },
  }));

function waysOf(need: Extract<Need, { kind: 'mentorMissing' | 'mentorArrived' }>, store: EventStore): Way[] {
  const names = namesOf(store);
  if (need.kind === 'mentorArrived') {
    return need.tables.slice(0, MOST_CHOICES).map((table) => ({
      words: t('need.open-table', { table: names.table(table) }),
      change: { kind: 'mentorSeated', mentor: need.mentor, table },
    }));
  }
  const close: Way = {
    words: t('act.close-table', { table: names.table(need.table) }),
    change: { kind: 'tableClosed', table: need.table },
  };
  return [...stepIns(need.mentor, need.reserves, store), close];
}
