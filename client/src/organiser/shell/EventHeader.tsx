import type { EventDetail } from '@lapwing/shared/protocol/api';
import { clockText, dateText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { session } from '../session.ts';
import { listText, t } from '../words.ts';
import { WallClock } from './WallClock.tsx';

interface Props {
  readonly store: EventStore;
  readonly detail: EventDetail;
  readonly onFind: () => void;
}

/** What evening this is, who listens, and whether the server answers. */
export function EventHeader({ store, detail, onFind }: Props) {
  const { settings } = detail;
  const { startsAt, timeZone, place } = settings;
  const when = t('header.when', { date: dateText(startsAt, timeZone), time: clockText(startsAt, timeZone) });
  const staff = store.live.staff.value;
  const connected = staff?.displays.filter(({ lostSince }) => lostSince === null).length ?? 0;
  const { drafts } = store;
  const saved = drafts.settings.value === null && drafts.floor.value === null && drafts.plan.value === null;
  const others = othersHere(staff?.controllers ?? []);
  const lost = (staff?.displays.length ?? 0) - connected;
  const open = store.reports.value.filter(({ settledAt }) => settledAt === null).length;
  const status = store.live.status.value;
  return (
    <header class="event-header">
      <h1>
        <Name of={settings.name} />
      </h1>
      <span class="event-meta">
        {when}
        {place === '' ? null : (
          <>
            , <Name of={place} />
          </>
        )}
      </span>
      <span class="grow" />
      <button type="button" class="text find-anything" aria-keyshortcuts="Control+K" onClick={onFind}>
        <Icon name="search" /> {t('header.find')} <kbd>Ctrl K</kbd>
      </button>
      {staff ? (
        <>
          <span class={connected > 0 && lost === 0 ? 'health' : 'health none'}>
            <Icon name="display" /> {t('header.displays', { count: connected, lost })}
          </span>
          <span class="health">
            <Icon name="phone" /> {t('header.phones', { count: staff.phones })}
          </span>
        </>
      ) : null}
      {open > 0 ? (
        <a class="health report-notice" href={sectionHash(store.id, 'reports')}>
          <Icon name="hand" /> {t('header.reports', { count: open })}
        </a>
      ) : null}
      {others.length > 0 ? (
        <span class="health others" translate={false}>
          <Icon name="people" />
          <span class="who">{t('header.others', { names: listText(others), count: others.length })}</span>
        </span>
      ) : null}
      <span class={status === 'live' ? 'health' : 'health lost'}>
        <Icon name={status === 'live' ? (saved ? 'check' : 'edit') : 'wifi-off'} />{' '}
        {status === 'live' ? t(saved ? 'header.saved' : 'header.unsaved') : t(`header.status.${status}`)}
      </span>
      <WallClock now={store.live.now} timeZone={timeZone} />
    </header>
  );
}

/** First names of who else has a console open. */
function othersHere(controllers: readonly string[]): string[] {
  const who = session.value;
  const own = who.kind === 'in' ? who.firstName : '';
  return controllers.filter((name) => name !== own);
}
