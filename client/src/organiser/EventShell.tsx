import type { EventId } from '@lapwing/shared/kernel/ids';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useTitle } from '../kit/use-title.ts';
import type { EventStore } from './event-store.ts';
import { useFindKey } from './palette/use-find-key.ts';
import { loadPrint } from './paper/to-print.ts';
import type { Section } from './place.ts';
import { CancelledStrip } from './shell/CancelledStrip.tsx';
import { EventHeader } from './shell/EventHeader.tsx';
import { EventRefused } from './shell/EventRefused.tsx';
import { loadSection } from './shell/load-section.tsx';
import { Rail } from './shell/Rail.tsx';
import { useEvent } from './use-event.ts';
import { t } from './words.ts';

export interface SectionProps {
  readonly store: EventStore;
  /** What of the section, where it has parts. */
  readonly part?: string | undefined;
}

const VIEWS = {
  'set-up': loadSection<SectionProps>(() => import('./set-up/SetUp.tsx').then(({ SetUp }) => SetUp)),
  people: loadSection<SectionProps>(() => import('./people/People.tsx').then(({ PeoplePage }) => PeoplePage)),
  floor: loadSection<SectionProps>(() => import('./floor/Floor.tsx').then(({ Floor }) => Floor)),
  plan: loadSection<SectionProps>(() => import('./plan/Plan.tsx').then(({ Plan }) => Plan)),
  live: loadSection<SectionProps>(() => import('./live/Live.tsx').then(({ Live }) => Live)),
  outbox: loadSection<SectionProps>(() => import('./outbox/Outbox.tsx').then(({ Outbox }) => Outbox)),
  print: loadSection<SectionProps>(() => loadPrint().then(({ PrintPage }) => PrintPage)),
  guide: loadSection<SectionProps>(() => import('./guide/Guide.tsx').then(({ Guide }) => Guide)),
  reports: loadSection<SectionProps>(() => import('./reports/Reports.tsx').then(({ Reports }) => Reports)),
  audit: loadSection<SectionProps>(() => import('./audit/Audit.tsx').then(({ Audit }) => Audit)),
  after: loadSection<SectionProps>(() => import('./after/After.tsx').then(({ After }) => After)),
} as const;

const loadPalette = () => import('./palette/Palette.tsx').then(({ Palette }) => Palette);
const Palette = loadSection<{ readonly store: EventStore; readonly onClose: () => void }>(loadPalette);

/** One event: the rail on the left, the header, and the section in the middle. */
export function EventShell({ id, section, part }: { id: EventId; section: Section; part?: string | undefined }) {
  const store = useEvent(id);
  const detail = store?.detail.value ?? null;
  const name = detail?.settings.name ?? '';
  useTitle(t('shell.title', { section: t(`section.${section}`), name }));

  const [finding, setFinding] = useState(false);
  useFindKey(useCallback(() => setFinding(true), []));
  // here before it is asked for: whoever types at once types into it
  useEffect(() => void loadPalette().catch(() => {}), []);

  const View = VIEWS[section];
  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('shell.skip')}
      </button>
      <Rail id={id} section={section} />
      {store && detail ? (
        <EventHeader store={store} detail={detail} onFind={() => setFinding(true)} />
      ) : (
        <header class="event-header" />
      )}
      <main id="main" tabIndex={-1} class={`section-${section}`}>
        {store ? <EventRefused store={store} /> : null}
        {section === 'live' ? null : <CancelledStrip event={detail} toSetUp={section !== 'set-up'} />}
        {store && detail ? <View store={store} part={part} /> : null}
      </main>
      {store && finding ? <Palette store={store} onClose={() => setFinding(false)} /> : null}
    </div>
  );
}
