import { presented } from '@lapwing/shared/event/badge';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { type EventStore, hasStarted } from '../event-store.ts';
import type { Open } from '../live/open-dialog.ts';
import { findPeople } from '../people/find-people.ts';
import { standingWord } from '../people/standing-word.ts';
import { KeyCap } from '../shell/KeyCap.tsx';
import { t } from '../words.ts';
import type { Door } from './door.ts';

const MOST_FOUND = 6;

interface Props {
  readonly store: EventStore;
  readonly door: Door;
  readonly open: Open;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** The single key that leads here, where there is one. */
  readonly hint?: string;
}

/** One field for a name, a code that is typed, and a scanner that types: Enter takes the first. */
export function DoorSearch({ store, door, open, searchRef, hint }: Props) {
  const [query, setQuery] = useState('');
  const people = store.people.value ?? [];
  const text = query.trim();
  const found = text === '' ? [] : awayFirst(findPeople(people, text), door);
  const shown = found.slice(0, MOST_FOUND);
  const clear = (): void => {
    setQuery('');
    searchRef.current?.focus();
  };
  const receive = (person: Attendee): void => {
    door.receive(person);
    clear();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    // a scanner types faster than pages draw: what counts is what stands in the field
    const typed = searchRef.current?.value.trim() ?? '';
    if (typed === '') return;
    const [first] = awayFirst(findPeople(people, typed), door);
    if (first && !isBadgeOf(people, typed)) receive(first);
    else if (presented(typed) || typed.includes('/')) {
      void door.present(typed);
      clear();
    }
  };
  return (
    <div class="door-search">
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
              enterkeyhint="go"
              aria-keyshortcuts={hint}
              onInput={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                setQuery('');
                event.currentTarget.blur();
              }}
            />
            {hint ? <KeyCap name="C" /> : null}
          </label>
        </form>
      </search>
      {text === '' ? null : (
        <ul class="found" aria-label={t('check-in.found')}>
          {shown.map((person) => (
            <FoundPerson
              key={person.id}
              person={person}
              here={door.isHere(person)}
              onPress={() => receive(person)}
              onOpen={
                store.isHelper && !hasStarted(store)
                  ? null
                  : () => {
                      setQuery('');
                      open({ kind: 'person', person: person.id });
                    }
              }
            />
          ))}
          {found.length > MOST_FOUND ? (
            <li class="quiet">{t('check-in.more', { count: found.length - MOST_FOUND })}</li>
          ) : null}
          {found.length === 0 ? (
            <NobodyFound
              text={text}
              onWalkIn={() => {
                door.walkIn({ name: text, role: 'student' });
                clear();
              }}
            />
          ) : null}
        </ul>
      )}
    </div>
  );
}

interface NobodyProps {
  readonly text: string;
  readonly onWalkIn: () => void;
}

function NobodyFound({ text, onWalkIn }: NobodyProps) {
  if (presented(text)) return <li class="quiet">{t('check-in.enter-code')}</li>;
  return (
    <li>
      <span class="quiet">{t('check-in.nobody')}</span>
      <button type="button" onClick={onWalkIn}>
        <Icon name="plus" /> {t('check-in.walk-in', { name: text })}
      </button>
    </li>
  );
}

/** A name may look like a code: it is one only where somebody has it. */
function isBadgeOf(people: readonly Attendee[], text: string): boolean {
  const read = presented(text);
  return read?.kind === 'badge' && people.some(({ badgeCode }) => badgeCode === read.code);
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
  /** Null: not for whoever stands here. */
  readonly onOpen: (() => void) | null;
}

function FoundPerson({ person, here, onPress, onOpen }: FoundProps) {
  const state = here
    ? t('check-in.is-here')
    : person.standing === 'active'
      ? ''
      : t(standingWord(person.standing, person.role));
  return (
    <li class="found-person">
      <button type="button" onClick={onPress}>
        <span class="found-name">
          <b>
            <Name of={person.name} />
          </b>
          <span class="quiet">{[t(`role.${person.role}`), tellApart(person)].filter(Boolean).join(', ')}</span>
        </span>
        {state === '' ? null : <span class={here ? 'tag ok' : 'tag warn'}>{state}</span>}
      </button>
      {onOpen ? (
        <button
          type="button"
          class="icon-button"
          aria-label={t('check-in.open', { name: person.name })}
          onClick={onOpen}
        >
          <Icon name="arrow-right" />
        </button>
      ) : null}
    </li>
  );
}
