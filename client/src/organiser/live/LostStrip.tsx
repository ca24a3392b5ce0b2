import { StatusStrip } from '../../kit/StatusStrip.tsx';
import { pageTime } from '../../kit/server-clock.ts';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';

/** Says that the server is silent, for how long, and what goes on without it. */
export function LostStrip({ store }: { store: EventStore }) {
  const { status, lastHeardAt, now } = store.live;
  void now.value; // draws the seconds again
  if (status.value === 'refused')
    return (
      <StatusStrip tone="bad" icon="wifi-off">
        {t('lost.refused')}
      </StatusStrip>
    );
  if (status.value !== 'offline') return null;
  const heard = lastHeardAt.value;
  const seconds = heard === null ? null : Math.round((pageTime() - heard) / 1_000);
  return (
    <StatusStrip tone="warn" icon="wifi-off">
      {seconds === null ? t('lost.never') : t('lost.for', { seconds })}
    </StatusStrip>
  );
}
