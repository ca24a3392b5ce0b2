import type { Attendee } from '@lapwing/shared/event/roster';
import type { ImportApplied } from '@lapwing/shared/protocol/api';
import type { StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { hasStarted } from '../event-store.ts';
import { ImportDialog } from '../import/ImportDialog.tsx';
import { ImportDone } from '../import/ImportDone.tsx';
import { sectionHash } from '../place.ts';
import { t } from '../words.ts';
import { AskedPrivately, asking } from './AskedPrivately.tsx';
import { findPeople } from './find-people.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { LinksButton } from './LinksButton.tsx';
import { MentorPlaces } from './MentorPlaces.tsx';
import { MentorRadar } from './MentorRadar.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { countPeople, filterPeople, PEOPLE_FILTERS, type PeopleFilter } from './people-filter.ts';
import { StandingStrip } from './StandingStrip.tsx';
import { Waitlist } from './Waitlist.tsx';
import './people.css';
import './places.css';
import './seats.css';

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'company' | 'link'; readonly person: Attendee }
  | { readonly kind: 'import' };

/** Everybody of the evening: found, added by hand, changed, imported. */
export function PeoplePage({ store }: SectionProps) {
  const [filter, setFilter] = useState<PeopleFilter>('coming');
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [imported, setImported] = useState<ImportApplied | null>(null);
  const [moved, setMoved] = useState<StandingAnswer | null>(null);
  const [panel, setPanel] = useState<'radar' | 'asked' | null>(null);
  const people = store.people.value;
  if (people === null) return <p class="note quiet">{t('people.waiting')}</p>;
  const counts = countPeople(people);
  const shown = findPeople(filterPeople(people, filter), query);
  const started = hasStarted(store);
  const close = (): void => setOpen(null);
  return (
    <div class="page people">
      <div class="page-head">
        <h2>{t('people.heading')}</h2>
        <label class="search-field">
          <Icon name="search" />
          <span class="k-unseen">{t('people.search')}</span>
          <input
            type="search"
            placeholder={t('people.search')}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <span class="grow" />
        {people.length > 0 ? <LinksButton store={store} /> : null}
        <a class="page-link" href={sectionHash(store.id, 'outbox')}>
          <Icon name="mail" /> {t('section.outbox')}
        </a>
        <a class="page-link" href={sectionHash(store.id, 'reports')}>
          <Icon name="hand" /> {t('section.reports')}
        </a>
        <button type="button" onClick={() => setOpen({ kind: 'add' })}>
          <Icon name="plus" /> {t('people.add')}
        </button>
        {started ? null : (
          <button type="button" class="primary" onClick={() => setOpen({ kind: 'import' })}>
            <Icon name="upload" /> {t('people.import')}
          </button>
        )}
      </div>
      {started ? <p class="quiet">{t('people.started')}</p> : null}
      {imported ? <ImportDone store={store} imported={imported} onGone={() => setImported(null)} /> : null}
      {moved ? <StandingStrip key={moved.person.id} store={store} moved={moved} onGone={() => setMoved(null)} /> : null}
      {started ? null : <MentorPlaces store={store} />}
      {people.length === 0 ? (
        <div class="empty">
          <p>{t('people.empty')}</p>
          <button type="button" class="primary" onClick={() => setOpen({ kind: 'import' })}>
            <Icon name="upload" /> {t('people.import')}
          </button>
        </div>
      ) : (
        <>
          <fieldset class="chips" aria-label={t('people.filters')}>
            {PEOPLE_FILTERS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === filter && panel === null}
                onClick={() => {
                  setFilter(each);
                  setPanel(null);
                }}
              >
                {t(`people.filter.${each}`)} <span class="chip-count">{counts[each]}</span>
              </button>
            ))}
            <button type="button" aria-pressed={panel === 'radar'} onClick={() => setPanel('radar')}>
              {t('radar.heading')}
            </button>
            <button type="button" aria-pressed={panel === 'asked'} onClick={() => setPanel('asked')}>
              {t('people.asked')} <span class="chip-count">{asking(people).length}</span>
            </button>
          </fieldset>
          {panel === 'radar' ? <MentorRadar store={store} /> : null}
          {panel === 'asked' ? (
            <AskedPrivately store={store} onEdit={(person) => setOpen({ kind: 'company', person })} />
          ) : null}
          {panel === null && filter === 'waiting' ? (
            <Waitlist
              store={store}
              people={shown}
              onEdit={(person) => setOpen({ kind: 'edit', person })}
              onMoved={setMoved}
            />
          ) : null}
          {panel !== null || filter === 'waiting' ? null : (
            <PeopleTable
              people={shown}
              timeZone={store.detail.value?.settings.timeZone ?? 'UTC'}
              onEdit={(person) => setOpen({ kind: 'edit', person })}
              onLink={(person) => setOpen({ kind: 'link', person })}
            />
          )}
        </>
      )}
      {open?.kind === 'add' ? <PersonDialog store={store} person={null} onClose={close} /> : null}
      {open?.kind === 'edit' || open?.kind === 'company' ? (
        <PersonDialog
          store={store}
          person={open.person}
          company={open.kind === 'company'}
          onClose={close}
          onMoved={setMoved}
        />
      ) : null}
      {open?.kind === 'link' ? <LinkDialog store={store} person={open.person} onClose={close} /> : null}
      {open?.kind === 'import' ? (
        <ImportDialog
          store={store}
          onClose={close}
          onApplied={(applied) => {
            setImported(applied);
            close();
          }}
        />
      ) : null}
    </div>
  );
}
