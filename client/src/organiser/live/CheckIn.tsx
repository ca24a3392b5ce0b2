import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { findPeople } from '../people/find-people.ts';
import { KeyCap } from '../shell/KeyCap.tsx';
import { t } from '../words.ts';
import { type Door, openDoor } from './door.ts';
import type { LiveControl } from './live-control.ts';
import type { Open } from './open-dialog.ts';
import { ResultCard } from './ResultCard.tsx';

const MOST_FOUND = 6;

interface Props {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly open: Open;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** The desk: search by any part of a name, Enter takes the first, the card says where to go. */
export function CheckIn({ store, control, open, searchRef }: Props) {
  const door = useMemo(() => openDoor(store), [store]);
  const [query, setQuery] = useState('');
  const people = store.people.value ?? [];
  const found = query.trim() === '' ? [] : awayFirst(findPeople(people, query), door);
  const shown = found.slice(0, MOST_FOUND);
  const receive = (person: Attendee): void => {
    door.receive(person);
    setQuery('');
    searchRef.current?.focus();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const first = shown[0];
    if (first) receive(first);
  };
  const walkIn = (): void => {
    void door.walkIn(query.trim());
    setQuery('');
    searchRef.current?.focus();
  };
  const facts = store.live.facts.value;
  return (
    <section class="check-in" aria-labelledby="check-in-heading">
      <h2 id="check-in-heading">{t('check-in.heading')}</h2>
      <search>
        <form onSubmit={submit}>
          <label class="search-field">
            <Icon name="search" />
            <span class="k-unseen">{t('check-in.search')}</span>
            <input
              ref={searchRef}
              type="search"
              value={query}
              placeholder={t('check-in.search')}
              autocomplete="off"
              spellcheck={false}
              aria-keyshortcuts="C /"
              onInput={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') event.currentTarget.blur();
              }}
            />
            <KeyCap name="C" />
          </label>
        </form>
      </search>
      {query.trim() === '' ? null : (
        <ul class="found" aria-label={t('check-in.found')}>
          {shown.map((person) => (
            <FoundPerson
              key={person.id}
              person={person}
              here={door.isHere(person)}
              onPress={() => receive(person)}
              onOpen={() => {
                setQuery('');
                open({ kind: 'person', person: person.id });
              }}
            />
          ))}
          {found.length > MOST_FOUND ? (
            <li class="quiet">{t('check-in.more', { count: found.length - MOST_FOUND })}</li>
          ) : null}
          {found.length === 0 ? (
            <li>
              <span class="quiet">{t('check-in.nobody')}</span>
              <button type="button" onClick={walkIn}>
                <Icon name="plus" /> {t('check-in.walk-in', { name: query.trim() })}
              </button>
            </li>
          ) : null}
        </ul>
      )}
      <ResultCard {...{ door, store, control, open }} />
      {door.queue.pending.value.size > 0 && store.live.status.value === 'offline' ? (
        <p class="quiet">{t('check-in.pending', { count: door.queue.pending.value.size })}</p>
      ) : null}
      {facts ? (
        <div class="counts">
          <Count
            words={t('check-in.students', { here: facts.studentsHere, expected: facts.studentsExpected })}
            here={facts.studentsHere}
            expected={facts.studentsExpected}
          />
          <Count
            words={t('check-in.mentors', { here: facts.mentorsHere, expected: facts.mentorsExpected })}
            here={facts.mentorsHere}
            expected={facts.mentorsExpected}
          />
        </div>
      ) : null}
    </section>
  );
}

/** Who is not here yet comes first: Enter should check somebody in. */
const awayFirst = (people: readonly Attendee[], door: Door): Attendee[] => [
  ...people.filter((person) => !door.isHere(person)),
  ...people.filter((person) => door.isHere(person)),
];

/** Two people may have one name: what they study or where they work tells the desk which. */
const tellApart = ({ role, course, card }: Attendee): string => (role === 'student' ? course : card.company);

interface FoundProps {
  readonly person: Attendee;
  readonly here: boolean;
  readonly onPress: () => void;
  readonly onOpen: () => void;
}

function FoundPerson({ person, here, onPress, onOpen }: FoundProps) {
  const state = here ? t('check-in.is-here') : person.standing === 'active' ? '' : t(`standing.${person.standing}`);
  return (
    <li class="found-person">
      <button type="button" onClick={onPress}>
        <span class="found-name">
          <b translate={false}>{person.name}</b>
          <span class="quiet">{[t(`role.${person.role}`), tellApart(person)].filter(Boolean).join(', ')}</span>
        </span>
        {state === '' ? null : <span class={here ? 'tag ok' : 'tag warn'}>{state}</span>}
      </button>
      <button type="button" class="icon-button" aria-label={t('check-in.open', { name: person.name })} onClick={onOpen}>
        <Icon name="arrow-right" />
      </button>
    </li>
  );
}

function Count({ words, here, expected }: { words: string; here: number; expected: number }) {
  return (
    <div class="count">
      <span>{words}</span>
      <progress value={here} max={Math.max(1, expected)} aria-label={words} />
    </div>
  );
}
