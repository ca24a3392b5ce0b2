import { Icon } from '../kit/Icon.tsx';
import { Plate } from '../kit/Plate.tsx';
import { goneFrom, namesOf, type PhoneView, stationsOf, tableOf, timeText } from './phone-view.ts';
import { t } from './words.ts';

/** All rounds of this person: time, plate, who. */
export function Evening({ view }: { view: PhoneView }) {
  const { card } = view;
  if (card.rounds.length === 0) return null;
  const stations = new Map(stationsOf(view).map((station) => [station.round, station]));
  const { skipped } = view.moment.timings;
  const over = view.shown.phase.kind === 'finished';
  const gone = goneFrom(view) ?? Number.POSITIVE_INFINITY;
  const own = card.rounds.filter((one) => one.round < gone);
  return (
    <section class="block">
      <h2>{t('phone.evening')}</h2>
      <ol class="evening">
        {own.map(({ round, table, meets }) => {
          const station = stations.get(round);
          const missed = skipped.includes(round) || (over && (view.moment.begun[round - 1] ?? null) === null);
          const state = missed ? 'skipped' : over ? 'past' : (station?.state ?? 'ahead');
          const seat = table === null ? null : tableOf(card, table);
          const who = card.role === 'mentor' ? t('phone.next.students', { count: meets.length }) : namesOf(meets);
          return (
            <li key={round} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
              <span class="evening-at k-num">
                {station
                  ? state === 'ahead'
                    ? timeText(view, station.startsAt)
                    : timeText({ ...view, about: false }, station.startsAt)
                  : ''}
              </span>
              {seat ? (
                <Plate number={seat.number} name={seat.name} class="evening-plate" outlined />
              ) : (
                <Icon name="cup" size="2.25rem" />
              )}
              <span class="evening-who">
                <b>{seat ? `${t('phone.table', { number: seat.number })}` : t('phone.evening.out')}</b>
                {seat && meets.length > 0 ? <span translate={false}>{who}</span> : null}
              </span>
              {state === 'now' ? <span class="evening-mark">{t('phone.evening.now')}</span> : null}
              {state === 'skipped' ? <span class="evening-mark muted">{t('phone.evening.skipped')}</span> : null}
              {state === 'past' ? <span class="evening-mark muted">{t('phone.evening.past')}</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
