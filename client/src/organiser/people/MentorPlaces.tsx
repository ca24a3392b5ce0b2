import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { AsksView, AskView, CouldAsk, MentorPlace } from '@lapwing/shared/protocol/places-api';
import { useEffect, useState } from 'preact/hooks';
import { industryLabel } from '../../careers/labels.ts';
import type { ApiAnswer } from '../../kit/api.ts';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { CopyTextButton } from './CopyTextButton.tsx';
import { CouldAskList } from './CouldAskList.tsx';

/** Mentors who do not come: who is asked for their place, what they said, and the next who could be. */
export function MentorPlaces({ store }: { store: EventStore }) {
  const [view, setView] = useState<AsksView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const people = store.people.value;
  const take = (answer: ApiAnswer<AsksView>): void => {
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setView(answer.value);
  };
  // an answer from a mail changes people, and so comes here by itself
  useEffect(() => void store.api.asks().then(take), [store, people]);
  const asked = view === null ? 0 : view.places.length + view.more.length;
  if (view === null || asked === 0) return <RefusalNote code={refusal} />;
  const timeZone = store.detail.value?.settings.timeZone ?? 'UTC';
  const keep = async (asks: readonly AskView[], open: boolean): Promise<void> => {
    for (const { id } of asks) take(await store.api.keepAsking(id, open));
  };
  return (
    <section class="mentor-places" aria-label={t('asks.heading')}>
      <RefusalNote code={refusal} />
      {view.places.map((place) => (
        <Place
          key={place.leaver.id}
          place={place}
          pace={view.pace}
          timeZone={timeZone}
          onAsk={async (who, send) => take(await store.api.askMentor(who.id, place.leaver.id, send))}
          onKeep={keep}
        />
      ))}
      {view.more.length > 0 ? (
        <article class="card">
          <h3>{t('asks.more')}</h3>
          <Asks asks={view.more} timeZone={timeZone} onKeep={keep} />
        </article>
      ) : null}
    </section>
  );
}

interface PlaceProps {
  readonly place: MentorPlace;
  readonly pace: AsksView['pace'];
  readonly timeZone: string;
  readonly onAsk: (who: CouldAsk, send: boolean) => Promise<void>;
  readonly onKeep: (asks: readonly AskView[], open: boolean) => Promise<void>;
}

const HOUR_MS = 3_600_000;

function Place({ place, pace, timeZone, onAsk, onKeep }: PlaceProps) {
  const { leaver, state, table, asks, next } = place;
  const open = asks.filter(({ answer }) => answer === null);
  const stopped = asks.filter(({ answer }) => answer === 'too-late');
  const filledBy = asks.find(({ answer }) => answer === 'yes');
  const hours = Math.max(1, Math.round(pace.patience / HOUR_MS));
  return (
    <article class="card mentor-place" data-state={state}>
      <h3>
        <Icon name={state === 'filled' ? 'check' : 'warn'} />
        {t(table === null ? 'asks.gone' : 'asks.gone-from', { name: leaver.name, table: table ?? 0 })}
      </h3>
      <p>
        {t(`asks.state.${state}`, { name: filledBy?.name ?? '', asked: open.length })}{' '}
        {state === 'asking' ? t('asks.pace', { atOnce: pace.atOnce, hours }) : ''}
      </p>
      <Asks asks={asks} timeZone={timeZone} onKeep={onKeep} />
      {open.length > 0 ? (
        <button type="button" onClick={() => void onKeep(open, false)}>
          {t('asks.stop')}
        </button>
      ) : null}
      {state === 'stopped' ? (
        <button type="button" onClick={() => void onKeep(stopped, true)}>
          <Icon name="undo" /> {t('asks.go-on')}
        </button>
      ) : null}
      {next.length > 0 ? (
        <details>
          <summary>{t('asks.next', { people: next.length })}</summary>
          <CouldAskList
            mentors={next}
            why={(who) => [industryLabel(who.industry), t(`asks.near.${who.nearness}`)].filter(Boolean).join(', ')}
            onAsk={onAsk}
          />
        </details>
      ) : null}
    </article>
  );
}

interface AsksProps {
  readonly asks: readonly AskView[];
  readonly timeZone: string;
  readonly onKeep: (asks: readonly AskView[], open: boolean) => Promise<void>;
}

/** Each question with its answer, while there is none with the text to pass on by hand. */
function Asks({ asks, timeZone, onKeep }: AsksProps) {
  return (
    <ul class="asks">
      {asks.map((asked) => (
        <li key={asked.id}>
          <span>
            <b>
              <Name of={asked.name} />
            </b>{' '}
            {t(`asks.answer.${asked.answer ?? 'none'}`, {
              at: clockText(asked.answeredAt ?? asked.askedAt, timeZone),
            })}
            {asked.answer === null ? <small>{t(`asks.mail.${asked.mail ?? 'none'}`)}</small> : null}
          </span>
          {asked.answer === null ? <CopyTextButton text={asked.text} name={asked.name} /> : null}
          {asked.answer === null ? (
            <button
              type="button"
              aria-label={t('asks.take-back.label', { name: asked.name })}
              onClick={() => void onKeep([asked], false)}
            >
              {t('asks.take-back')}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
