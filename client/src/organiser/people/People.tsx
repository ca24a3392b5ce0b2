import type { Attendee } from '@lapwing/shared/event/roster';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportApplied } from '@lapwing/shared/protocol/import-api';
import type { StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { type EventStore, hasStarted } from '../event-store.ts';
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
import { countPeople, filterPeople, isPeopleFilter, PEOPLE_FILTERS, type PeopleFilter } from './people-filter.ts';
import { StandingStrip } from './StandingStrip.tsx';
import { Waitlist } from './Waitlist.tsx';
import './people.css';
import './places.css';
import './seats.css';

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'company' | 'link'; readonly person: Attendee }
  | { readonly kind: 'import' };

/** What is looked at: people of a kind, whom students wish for, or what was asked. */
type Shown = PeopleFilter | 'radar' | 'asked';

/** Everybody of the evening: found, added by hand, changed, imported. */
export function PeoplePage({ store, part }: SectionProps) {
  const [shown, setShown] = useState<Shown>(isPeopleFilter(part) ? part : 'coming');
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [imported, setImported] = useState<ImportApplied | null>(null);
  const [moved, setMoved] = useState<StandingAnswer | null>(null);
  const people = store.people.value;
  // somebody who was found from another page
  const asked = part === undefined ? undefined : store.byId.value.get(attendeeId(part));
  useEffect(() => {
    if (asked) setOpen({ kind: 'edit', person: asked });
  }, [asked?.id]);
  useEffect(() => {
    if (isPeopleFilter(part)) setShown(part);
  }, [part]);
  const close = (): void => {
    setOpen(null);
    if (part !== undefined) location.hash = sectionHash(store.id, 'people');
  };
  if (people === null) return <p class="note quiet">{t('people.waiting')}</p>;
  const started = hasStarted(store);
  return (
    <div class="page people">
      <PageHead store={store} query={query} onQuery={setQuery} onOpen={setOpen} />
      {started ? <p class="quiet">{t('people.started')}</p> : null}
      {imported ? <ImportDone store={store} imported={imported} onGone={() => setImported(null)} /> : null}
      {moved ? <StandingStrip key={moved.person.id} store={store} moved={moved} onGone={() => setMoved(null)} /> : null}
      {started ? null : <MentorPlaces store={store} />}
      {people.length === 0 ? (
        <div class="empty">
          <p>{t('people.empty')}</p>
          <div class="button-row">
            <ImportButton onOpen={setOpen} />
            <a class="text" href={sectionHash(store.id, 'set-up')}>
              {t('people.empty.to-link')}
            </a>
          </div>
        </div>
      ) : (
        <>
          <Chips people={people} shown={shown} onShow={setShown} />
          <Panel store={store} shown={shown} query={query} onOpen={setOpen} onMoved={setMoved} />
        </>
      )}
      <Dialogs store={store} open={open} onClose={close} onMoved={setMoved} onImported={setImported} />
    </div>
  );
}

type OnOpen = (open: Open) => void;

interface HeadProps {
  readonly store: EventStore;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onOpen: OnOpen;
}

function PageHead({ store, query, onQuery, onOpen }: HeadProps) {
  return (
    <div class="page-head">
      <h2>{t('people.heading')}</h2>
      <label class="search-field">
        <Icon name="search" />
        <span class="k-unseen">{t('people.search')}</span>
        <input
          type="search"
          placeholder={t('people.search')}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </label>
      <span class="grow" />
      {store.people.value?.length ? <LinksButton store={store} /> : null}
      <a class="page-link" href={sectionHash(store.id, 'outbox')}>
        <Icon name="mail" /> {t('section.outbox')}
      </a>
      <a class="page-link" href={sectionHash(store.id, 'reports')}>
        <Icon name="hand" /> {t('section.reports')}
      </a>
      <button type="button" onClick={() => onOpen({ kind: 'add' })}>
        <Icon name="plus" /> {t('people.add')}
      </button>
      {hasStarted(store) ? null : <ImportButton onOpen={onOpen} />}
    </div>
  );
}

const ImportButton = ({ onOpen }: { onOpen: OnOpen }) => (
  <button type="button" class="primary" onClick={() => onOpen({ kind: 'import' })}>
    <Icon name="upload" /> {t('people.import')}
  </button>
);

interface ChipsProps {
  readonly people: readonly Attendee[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

function Chips({ people, shown, onShow }: ChipsProps) {
  const counts = countPeople(people);
  return (
    <fieldset class="chips" aria-label={t('people.filters')}>
      {PEOPLE_FILTERS.map((each) => (
        <button key={each} type="button" aria-pressed={each === shown} onClick={() => onShow(each)}>
          {t(`people.filter.${each}`)} <span class="chip-count">{counts[each]}</span>
        </button>
      ))}
      <button type="button" aria-pressed={shown === 'radar'} onClick={() => onShow('radar')}>
        {t('radar.heading')}
      </button>
      <button type="button" aria-pressed={shown === 'asked'} onClick={() => onShow('asked')}>
        {t('people.asked')} <span class="chip-count">{asking(people).length}</span>
      </button>
    </fieldset>
  );
}

interface PanelProps {
  readonly store: EventStore;
  readonly shown: Shown;
  readonly query: string;
  readonly onOpen: OnOpen;
  readonly onMoved: (moved: StandingAnswer) => void;
}

function Panel({ store, shown, query, onOpen, onMoved }: PanelProps) {
  if (shown === 'radar') return <MentorRadar store={store} />;
  if (shown === 'asked') {
    return <AskedPrivately store={store} onEdit={(person) => onOpen({ kind: 'company', person })} />;
  }
  const found = findPeople(filterPeople(store.people.value ?? [], shown), query);
  const edit = (person: Attendee): void => onOpen({ kind: 'edit', person });
  if (shown === 'waiting') return <Waitlist store={store} people={found} onEdit={edit} onMoved={onMoved} />;
  return (
    <PeopleTable
      people={found}
      timeZone={store.detail.value?.settings.timeZone ?? 'UTC'}
      onEdit={edit}
      onLink={(person) => onOpen({ kind: 'link', person })}
    />
  );
}

interface DialogsProps {
  readonly store: EventStore;
  readonly open: Open | null;
  readonly onClose: () => void;
  readonly onMoved: (moved: StandingAnswer) => void;
  readonly onImported: (imported: ImportApplied) => void;
}

function Dialogs({ store, open, onClose, onMoved, onImported }: DialogsProps) {
  switch (open?.kind) {
    case undefined:
      return null;
    case 'add':
      return <PersonDialog store={store} person={null} onClose={onClose} />;
    case 'edit':
    case 'company': {
      const company = open.kind === 'company';
      return <PersonDialog store={store} person={open.person} company={company} onClose={onClose} onMoved={onMoved} />;
    }
    case 'link':
      return <LinkDialog store={store} person={open.person} onClose={onClose} />;
    case 'import':
      return (
        <ImportDialog
          store={store}
          onClose={onClose}
          onApplied={(applied) => {
            onImported(applied);
            onClose();
          }}
        />
      );
  }
}
