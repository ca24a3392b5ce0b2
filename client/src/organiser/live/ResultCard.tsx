import { clockText } from '../../kit/figures.ts';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { refusalText, t } from '../words.ts';
import type { CheckInResult } from './check-in-result.ts';
import type { Door } from './door.ts';

const LOOKS: Readonly<Record<CheckInResult['kind'], { readonly tone: string; readonly icon: IconName }>> = {
  checking: { tone: 'quiet', icon: 'clock' },
  kept: { tone: 'kept', icon: 'clock' },
  in: { tone: 'ok', icon: 'check' },
  already: { tone: 'warn', icon: 'check' },
  'not-expected': { tone: 'warn', icon: 'warn' },
  'taken-back': { tone: 'quiet', icon: 'undo' },
  refused: { tone: 'bad', icon: 'cross' },
};

interface CardSettings {
  readonly door: Door;
  readonly timeZone: string;
  /** After the start whoever is not in the plan has no table. */
  readonly started: boolean;
}

/** Name at once, verdict after; stays until the next person. */
export function ResultCard({ door, timeZone, started }: CardSettings) {
  const result = door.result.value;
  return (
    <div aria-live="assertive" class="result-place">
      {result ? <Card result={result} door={door} timeZone={timeZone} started={started} /> : null}
    </div>
  );
}

function Card({ result, door, timeZone, started }: CardSettings & { result: CheckInResult }) {
  const { tone, icon } = LOOKS[result.kind];
  const table = result.kind === 'in' ? result.table : null;
  return (
    <div class={`result ${tone}`}>
      {table ? (
        <Plate number={table.number} name={table.name} size="72px" outlined />
      ) : (
        <Icon name={icon} size="40px" />
      )}
      <div class="result-words">
        <b translate={false}>{result.name}</b>
        <span>{verdict(result, timeZone, started)}</span>
      </div>
      <Actions result={result} door={door} />
    </div>
  );
}

function verdict(result: CheckInResult, timeZone: string, started: boolean): string {
  switch (result.kind) {
    case 'in':
      return result.table ? t('result.table', { ...result.table }) : t(started ? 'result.no-table' : 'result.in');
    case 'already':
      return result.at === null
        ? t('result.already')
        : t('result.already.since', { at: clockText(result.at, timeZone) });
    case 'not-expected':
      return t(`result.${result.standing}`);
    case 'refused':
      return refusalText({ code: result.code });
    case 'checking':
    case 'kept':
    case 'taken-back':
      return t(`result.${result.kind}`);
  }
}

function Actions({ result, door }: { result: CheckInResult; door: Door }) {
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
  if (result.kind === 'not-expected') {
    return (
      <button type="button" onClick={() => void door.letIn(result.id)}>
        {t('result.let-in')}
      </button>
    );
  }
  return null;
}
