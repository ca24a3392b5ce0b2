import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import type { CheckInResult } from './check-in-result.ts';
import type { Door } from './door.ts';

/** Who came before, for whoever looks up a moment late. */
export function RecentResults({ door, store }: { door: Door; store: EventStore }) {
  const timeZone = store.detail.value?.settings.timeZone ?? 'UTC';
  const recent = door.recent.value;
  if (recent.length === 0) return null;
  return (
    <ul class="recent" aria-label={t('check-in.recent')}>
      {recent.map((result) => (
        <li key={`${result.id} ${result.name} ${result.kind}`} class={isGood(result) ? 'ok' : 'warn'}>
          <Icon name={isGood(result) ? 'check' : 'warn'} />
          <b>
            <Name of={result.name || t('result.code')} />
          </b>
          <span>{briefly(result, timeZone)}</span>
        </li>
      ))}
    </ul>
  );
}

const isGood = ({ kind }: CheckInResult): boolean => kind === 'in' || kind === 'kept';

function briefly(result: CheckInResult, timeZone: string): string {
  switch (result.kind) {
    case 'in':
      return result.table ? t('recent.table', { number: result.table.number }) : t('recent.in');
    case 'already':
      return result.at === null
        ? t('result.already')
        : t('result.already.since', { at: clockText(result.at, timeZone) });
    case 'not-expected':
      return t(`result.${result.standing}`);
    case 'elsewhere':
      return t('result.elsewhere', { event: result.event });
    case 'refused':
      return t('recent.refused');
    case 'checking':
    case 'offered':
    case 'kept':
    case 'unknown':
    case 'taken-back':
      return t(`result.${result.kind}`);
  }
}
