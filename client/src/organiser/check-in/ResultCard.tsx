import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { clockText } from '../../kit/figures.ts';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { type EventStore, hasStarted } from '../event-store.ts';
import type { LiveControl } from '../live/live-control.ts';
import type { Open } from '../live/open-dialog.ts';
import { needsSeat, SeatProposal } from '../live/SeatProposal.tsx';
import { seatNow } from '../live/seat-now.ts';
import { refusalText, t } from '../words.ts';
import type { CheckInResult } from './check-in-result.ts';
import type { Door } from './door.ts';
import { NameGuest } from './NameGuest.tsx';

const LOOKS: Readonly<Record<CheckInResult['kind'], { readonly tone: string; readonly icon: IconName }>> = {
  checking: { tone: 'quiet', icon: 'clock' },
  offered: { tone: 'quiet', icon: 'hand' },
  kept: { tone: 'kept', icon: 'clock' },
  in: { tone: 'ok', icon: 'check' },
  already: { tone: 'warn', icon: 'checks' },
  'not-expected': { tone: 'warn', icon: 'hand' },
  elsewhere: { tone: 'warn', icon: 'hand' },
  unknown: { tone: 'bad', icon: 'cross' },
  'taken-back': { tone: 'quiet', icon: 'undo' },
  refused: { tone: 'bad', icon: 'cross' },
};

interface CardSettings {
  readonly door: Door;
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly open: Open;
}

/** Name at once, verdict after, and a seat for who has none; stays until the next person. */
export function ResultCard({ door, store, control, open }: CardSettings) {
  const result = door.result.value;
  const person = result ? store.byId.value.get(result.id) : undefined;
  const isIn = result?.kind === 'in' || result?.kind === 'already';
  return (
    <>
      <div aria-live="assertive" class="result-place">
        {result ? <Card {...{ result, door, store, open }} /> : null}
      </div>
      {person && !store.isHelper && (isIn || result?.kind === 'kept') ? (
        <NameGuest key={person.id} person={person} door={door} />
      ) : null}
      {isIn && person && needsSeat(store, person) ? (
        <div class="result-seat">
          <SeatProposal key={person.id} {...{ store, control, person }} />
        </div>
      ) : null}
    </>
  );
}

function Card({ result, door, store, open }: Omit<CardSettings, 'control'> & { result: CheckInResult }) {
  const { tone, icon } = LOOKS[result.kind];
  const table = tableFor(result, store);
  const started = hasStarted(store);
  const timeZone = store.detail.value?.settings.timeZone ?? 'UTC';
  return (
    <div class={`result ${tone}`}>
      <span class="result-mark">
        <Icon name={icon} size="36px" />
      </span>
      <div class="result-words">
        <b>
          <Name of={result.name || t('result.code')} />
        </b>
        <span>{verdict(result, table, timeZone, started)}</span>
      </div>
      {table ? <Plate number={table.number} name={table.name} size="64px" outlined /> : null}
      <div class="result-foot">
        <span>{footOf(result, timeZone)}</span>
        <Actions result={result} door={door} store={store} />
      </div>
      {started && (result.kind === 'in' || result.kind === 'already') ? (
        <button type="button" onClick={() => open({ kind: 'person', person: result.id })}>
          {t('result.open')}
        </button>
      ) : null}
    </div>
  );
}

/** While the evening runs the table of the round that runs, which a press here may just have given. */
function tableFor(result: CheckInResult, store: EventStore): PresenceAnswer['firstTable'] {
  if (result.kind !== 'in' && result.kind !== 'already') return null;
  const seat = seatNow(store, result.id);
  return seat === undefined && result.kind === 'in' ? result.table : (seat ?? null);
}

function verdict(
  result: CheckInResult,
  table: PresenceAnswer['firstTable'],
  timeZone: string,
  started: boolean,
): string {
  switch (result.kind) {
    case 'in':
      return table ? t('result.table', { ...table }) : t(started ? 'result.no-table' : 'result.in');
    case 'already':
      return result.at === null
        ? t('result.already')
        : t('result.already.since', { at: clockText(result.at, timeZone) });
    case 'not-expected':
      return result.place === null
        ? t(`result.${result.standing}`)
        : t('result.waiting.place', { place: result.place });
    case 'elsewhere':
      return t('result.elsewhere', { event: result.event });
    case 'refused':
      return refusalText({ code: result.code });
    case 'checking':
    case 'offered':
    case 'kept':
    case 'unknown':
    case 'taken-back':
      return t(`result.${result.kind}`);
  }
}

/** Since when, below the line; nothing for all that is not a check-in. */
const footOf = (result: CheckInResult, timeZone: string): string =>
  result.kind === 'in' && result.at !== null ? t('result.in-at', { at: clockText(result.at, timeZone) }) : '';

function Actions({ result, door, store }: Pick<CardSettings, 'door' | 'store'> & { result: CheckInResult }) {
  const person = store.byId.value.get(result.id);
  if (result.kind === 'offered' && person) {
    return (
      <button type="button" class="primary" onClick={() => door.receive(person)}>
        {t('result.check-in')}
      </button>
    );
  }
  if (result.kind === 'in' && result.undoable) {
    return (
      <button type="button" onClick={() => door.takeBack(result.id)}>
        <Icon name="undo" /> {t('result.undo')}
      </button>
    );
  }
  if (result.kind === 'already') {
    return (
      <button type="button" onClick={() => door.takeBack(result.id)}>
        {t('result.not-here')}
      </button>
    );
  }
  if (result.kind === 'not-expected' || result.kind === 'elsewhere') {
    if (store.isHelper) return <span>{t('helper.ask')}</span>;
    return (
      <button type="button" onClick={() => void door.letIn(result)}>
        {t('result.let-in')}
      </button>
    );
  }
  return null;
}
