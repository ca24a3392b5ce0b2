import { firstName } from '@lapwing/shared/event/roster';
import { selfCheckInOpen } from '@lapwing/shared/event/self-check-in';
import type { ComponentChildren } from 'preact';
import { clockText, dateText } from '../kit/figures.ts';
import { Icon } from '../kit/Icon.tsx';
import { t as kitWord } from '../kit/kit-words.ts';
import { Name } from '../kit/Name.tsx';
import { Plate } from '../kit/Plate.tsx';
import { SignCard } from '../kit/SignCard.tsx';
import { GuideLink } from './GuideLink.tsx';
import { offersIntroductions } from './PickButtons.tsx';
import { cardRound, metSoFar, moveTime, type PhoneView, tableOf } from './phone-view.ts';
import { SeatCard } from './SeatCard.tsx';
import { t } from './words.ts';

/** From when the door may be open; in the days before, nobody is to be sent to the desk. */
const isTonight = ({ card, now }: PhoneView): boolean => now !== null && selfCheckInOpen(now, card.startsAt);

/** Before the first round: when and where, and the first table as soon as there is a plan. */
export function Waiting({ view }: { view: PhoneView }) {
  const { card } = view;
  const time = clockText(card.startsAt, card.timeZone);
  const date = isTonight(view) ? '' : dateText(card.startsAt, card.timeZone);
  const first = cardRound(card, 1);
  if (card.standing !== 'active' && !card.checkedIn) return <NoPlace view={view} standing={card.standing} />;
  if (!first || card.planVersion === 0) return <Before view={view} time={time} />;
  if (first.table === null) {
    return (
      <NoteCard title={t('phone.before.name', { name: firstName(card.name) })}>
        <p class="seat-words">
          {date === '' ? t('phone.first.out', { time }) : t('phone.first.out.date', { date, time })}
        </p>
        <DeskLine view={view} />
      </NoteCard>
    );
  }
  const { number, name } = tableOf(card, first.table);
  return (
    <SignCard class="seat" label={t('phone.yours')}>
      <div class="seat-now">
        <p class="seat-label">
          <b>{t('phone.before.name', { name: firstName(card.name) })}</b>
          <Name of={card.place} />
        </p>
        <div class="seat-main">
          <Plate number={number} name={name} class="seat-plate" />
          <div>
            <p class="seat-table">
              {t('phone.table', { number })} <Name of={name} />
            </p>
          </div>
        </div>
        <p class="seat-words">
          {date === '' ? t('phone.first', { number, name, time }) : t('phone.first.date', { number, name, date, time })}
        </p>
        <DeskLine view={view} />
        {card.role === 'student' ? <GuideLink all /> : null}
      </div>
    </SignCard>
  );
}

function DeskLine({ view }: { view: PhoneView }) {
  const here = view.card.checkedIn;
  if (!here && !isTonight(view)) return null;
  return (
    <p class="desk-line">
      <Icon name={here ? 'check' : 'info'} size="1.25em" />
      {t(here ? 'phone.here' : 'phone.desk')}
    </p>
  );
}

function Before({ view, time }: { view: PhoneView; time: string }) {
  const { card } = view;
  const noSeat = card.planVersion > 0 && isTonight(view);
  return (
    <NoteCard title={t('phone.before.name', { name: firstName(card.name) })}>
      <p class="seat-words">{t('phone.before.date', { date: dateText(card.startsAt, card.timeZone), time })}</p>
      {card.place ? (
        <p class="mentor-line">
          <Name of={card.place} />
        </p>
      ) : null}
      <p class="seat-more">{noSeat ? t('phone.noSeat') : t('phone.before.words')}</p>
      {card.checkedIn ? <DeskLine view={view} /> : null}
    </NoteCard>
  );
}

/** On the waitlist, or not coming: what is and what could be done. */
function NoPlace({ view, standing }: { view: PhoneView; standing: 'waiting' | 'cancelled' }) {
  const { card } = view;
  const [date, time] = [dateText(card.startsAt, card.timeZone), clockText(card.startsAt, card.timeZone)];
  const waits = standing === 'waiting';
  return (
    <NoteCard title={t('phone.before.name', { name: firstName(card.name) })}>
      <p class="seat-words">{t(waits ? 'phone.waitlist' : 'phone.cancelled')}</p>
      <p class="seat-more">{t(waits ? 'phone.waitlist.words' : 'phone.cancelled.words')}</p>
      <p class="mentor-line">
        {t('phone.when', { date, time })}
        {card.place === '' ? null : (
          <>
            {' '}
            · <Name of={card.place} />
          </>
        )}
      </p>
    </NoteCard>
  );
}

/** The evening runs, and this person is not in the plan: not yet, or not any more. */
export function NoSeat({ view }: { view: PhoneView }) {
  const { card } = view;
  if (card.standing === 'cancelled' && !view.leaving) {
    return (
      <NoteCard title={t('phone.before.name', { name: firstName(card.name) })}>
        <p class="seat-words">{t('phone.cancelled')}</p>
        <p class="seat-more">{t('phone.cancelled.now')}</p>
      </NoteCard>
    );
  }
  const gone = view.news?.kind === 'gone';
  const left = gone && view.leaving;
  return (
    <NoteCard title={t('phone.before.name', { name: firstName(card.name) })}>
      <p class="seat-words">{t(left ? 'phone.gone.left' : gone ? 'phone.gone' : 'phone.noSeat')}</p>
      {left ? <p class="seat-more">{t('phone.gone.still')}</p> : null}
    </NoteCard>
  );
}

/** Welcome, panel, break, free talk: how long still, and the table that comes. */
export function Agenda({ view }: { view: PhoneView }) {
  const { phase, left } = view.shown;
  if (phase.kind !== 'agenda') return null;
  return (
    <SeatCard
      view={view}
      label={kitWord(`kit.agenda.${phase.title}`)}
      round={phase.round}
      table={undefined}
      left={left}
      under={t('phone.left.break')}
      next={{ round: cardRound(view.card, phase.round), at: moveTime(view, phase.round) }}
    />
  );
}

export function Finished({ view }: { view: PhoneView }) {
  const count = metSoFar(view.card, view.moment);
  const words = offersIntroductions(view) ? 'phone.finished.again' : 'phone.finished.student';
  return (
    <NoteCard title={t('phone.finished')}>
      <p class="seat-words">{t(view.card.role === 'student' ? words : 'phone.finished.mentor', { count })}</p>
    </NoteCard>
  );
}

function NoteCard({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <SignCard class="seat">
      <div class="seat-now">
        <h2 class="note-title">{title}</h2>
        {children}
      </div>
    </SignCard>
  );
}
