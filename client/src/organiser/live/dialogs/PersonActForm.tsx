import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { useState } from 'preact/hooks';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';
import { type PersonAct, roundsAhead } from '../person-acts.ts';
import { RepairView } from '../RepairView.tsx';
import type { RoomNow } from '../room-now.ts';
import { SeatProposal } from '../SeatProposal.tsx';
import { Picker } from './Picker.tsx';

interface Props extends DeskProps {
  readonly person: Attendee;
  readonly act: PersonAct;
  readonly room: RoomNow;
  readonly reserves: readonly Attendee[];
  readonly onBack: () => void;
}

/** One act on a person: what it needs to know, then its price, then one press. */
export function PersonActForm(props: Props) {
  const { store, control, event, person, act, room, reserves, onBack, onClose } = props;
  const [round, setRound] = useState(room.first);
  const [choice, setChoice] = useState('');
  const back = (
    <button type="button" onClick={onBack}>
      {t('need.other')}
    </button>
  );
  if (act === 'seat') {
    return (
      <SeatProposal {...{ store, control, person }} focus onApplied={onClose}>
        {back}
      </SeatProposal>
    );
  }
  // whom a helper swaps stay swapped; who is moved goes on by the plan, unless the mentors are those who go
  const isLasting = store.isHelper && (act === 'swap' || event.settings.whoMoves === 'mentors');
  const change = changeOf(act, person.id, choice, store.isHelper ? room.first : round, isLasting);
  const needsRound = act === 'move' || act === 'swap';
  return (
    <div class="form">
      {needsRound ? (
        <div class="field-row">
          {store.isHelper ? null : (
            <Picker
              label={t('act.round')}
              value={String(round)}
              options={roundsAhead(room).map((one) => ({ value: String(one), label: String(one) }))}
              onPick={(value) => setRound(Number(value))}
            />
          )}
          <Picker
            label={t(act === 'move' ? 'act.to-table' : 'act.swap-with')}
            value={choice}
            options={[
              { value: '', label: t('act.choose') },
              ...(act === 'move'
                ? [
                    ...event.tables.map(({ id, number }) => ({ value: id as string, label: String(number) })),
                    ...(store.isHelper ? [] : [{ value: SITS_OUT, label: t('plan.sitting-out') }]),
                  ]
                : others(props).map(({ id, name }) => ({ value: id as string, label: name }))),
            ]}
            onPick={setChoice}
          />
        </div>
      ) : null}
      {store.isHelper ? <p class="quiet">{t(isLasting ? 'helper.rest' : 'helper.this-round')}</p> : null}
      {act === 'replace' ? (
        <Picker
          label={t('act.by')}
          value={choice}
          options={[
            { value: '', label: t('act.choose') },
            ...reserves.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          onPick={setChoice}
        />
      ) : null}
      {change ? (
        <RepairView {...{ store, control, change }} focus={act === 'left'} onApplied={onClose}>
          {back}
        </RepairView>
      ) : (
        <div class="button-row">{back}</div>
      )}
    </div>
  );
}

const SITS_OUT = '-';

/** Those of the same role with a table from now on. */
const others = ({ store, person, room }: Props): Attendee[] =>
  (store.people.value ?? []).filter(({ id, role }) => id !== person.id && role === person.role && room.seated.has(id));

/** Null until everything is chosen. */
function changeOf(
  act: PersonAct,
  person: AttendeeId,
  choice: string,
  round: number,
  isLasting: boolean,
): RoomChange | null {
  const when = isLasting ? ({ round, toEnd: true } as const) : { round };
  if (act === 'left') return { kind: 'left', people: [person] };
  if (choice === '') return null;
  if (act === 'move')
    return { kind: 'moved', person, ...when, table: choice === SITS_OUT ? null : (choice as TableId) };
  if (act === 'swap') return { kind: 'swapped', one: person, other: choice as AttendeeId, ...when };
  return { kind: 'replaced', mentor: person, by: choice as AttendeeId };
}
