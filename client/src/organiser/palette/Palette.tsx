import { personLine } from '@lapwing/shared/event/schedule';
import { useId, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { Plate } from '../../kit/Plate.tsx';
import type { EventStore } from '../event-store.ts';
import { namesOf } from '../live/names.ts';
import { PAGES, SECTIONS, type Section, sectionHash } from '../place.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { t } from '../words.ts';
import { type Entry, entriesFor, type Findable } from './entries.ts';
import './palette.css';
import { Name } from '../../kit/Name.tsx';

interface Props {
  readonly store: EventStore;
  readonly onClose: () => void;
}

/** Find somebody, a table or a command from anywhere: type, arrows choose, Enter goes there. */
export function Palette({ store, onClose }: Props) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const entries = entriesFor(query, findable(store));
  const chosen = Math.min(at, entries.length - 1);
  const take = (entry: Entry | undefined): void => {
    if (entry === undefined || isOff(entry)) return;
    onClose();
    goTo(entry, store);
  };
  const move = (step: number): void => setAt((chosen + step + entries.length) % Math.max(1, entries.length));
  const onKey = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(step);
  };
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <form
        class="palette"
        onSubmit={(event) => {
          event.preventDefault();
          take(entries[chosen]);
        }}
      >
        <label class="search-field">
          <Icon name="search" />
          <span class="k-unseen">{t('palette.field')}</span>
          <input
            type="text"
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={entries.length > 0 ? `${list}-${chosen}` : undefined}
            placeholder={t('palette.field')}
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKey}
          />
        </label>
        <p class="k-unseen" role="status">
          {t('palette.found', { count: entries.length })}
        </p>
        {entries.length === 0 ? <p class="quiet">{t('palette.none')}</p> : null}
        {/* the field keeps the focus, so the options are no stops of their own */}
        <div id={list} role="listbox" aria-label={t('palette.title')}>
          {entries.map((entry, nth) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys for all of them
            <div
              key={`${entry.kind} ${entry.id}`}
              id={`${list}-${nth}`}
              role="option"
              tabIndex={-1}
              aria-selected={nth === chosen}
              aria-disabled={isOff(entry)}
              onClick={() => take(entry)}
              onPointerMove={() => setAt(nth)}
            >
              <EntryLine entry={entry} store={store} />
            </div>
          ))}
        </div>
      </form>
    </Dialog>
  );
}

const ICONS: Readonly<Record<Section, IconName>> = {
  ...{ 'set-up': 'set-up', people: 'people', floor: 'floor', plan: 'plan', live: 'live', after: 'after' },
  ...{ print: 'print', guide: 'message', outbox: 'mail', reports: 'hand', audit: 'clock' },
};

const isOff = (entry: Entry): boolean => entry.kind === 'act' && entry.isOff;

const findable = ({ people, detail, desk }: EventStore): Findable => ({
  people: people.value ?? [],
  tables: detail.value?.tables ?? [],
  acts: desk.value?.acts() ?? [],
  sections: [...SECTIONS, ...PAGES].map((id) => ({ id, name: t(`section.${id}`) })),
});

function goTo(entry: Entry, { id, desk }: EventStore): void {
  const live = desk.peek();
  if (entry.kind === 'act') live?.act(entry.id);
  else if (entry.kind === 'section') location.hash = sectionHash(id, entry.id);
  else if (live)
    live.open(entry.kind === 'person' ? { kind: 'person', person: entry.id } : { kind: 'table', table: entry.id });
  else if (entry.kind === 'person') location.hash = `${sectionHash(id, 'people')}/${encodeURIComponent(entry.id)}`;
  else location.hash = sectionHash(id, 'floor');
}

function EntryLine({ entry, store }: { entry: Entry; store: EventStore }) {
  switch (entry.kind) {
    case 'person':
      return (
        <>
          <Icon name="people" />
          <span class="palette-words">
            <b>
              <Name of={entry.name} />
            </b>
            <small>{whereabouts(entry, store)}</small>
          </span>
        </>
      );
    case 'table':
      return (
        <>
          <Plate number={entry.number} name={entry.name} size="1.75rem" />
          <span class="palette-words">{t('floor.table', { number: entry.number, name: entry.name })}</span>
        </>
      );
    case 'act':
      return (
        <>
          <Icon name="play" />
          <span class="palette-words">
            <Name of={entry.name} />
          </span>
          <span class="palette-keys">
            {entry.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        </>
      );
    case 'section':
      return (
        <>
          <Icon name={ICONS[entry.id]} />
          <span class="palette-words">{t('palette.section', { section: entry.name })}</span>
        </>
      );
  }
}

/** "Student. Tables 5 → 12 → 8": where somebody is to be tonight. */
function whereabouts({ person }: Extract<Entry, { kind: 'person' }>, store: EventStore): string {
  const schedule = store.followed.value?.schedule;
  const names = namesOf(store);
  const stops = schedule
    ? personLine(schedule, person.id).map(({ table }) => (table === null ? '–' : names.table(table)))
    : [];
  const role = t(`role.${person.role}`);
  return stops.every((stop) => stop === '–')
    ? role
    : `${role}. ${t('plan.find.tables', { tables: stops.join(' → ') })}`;
}
