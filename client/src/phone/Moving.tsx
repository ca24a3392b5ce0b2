import type { CardRound } from '@lapwing/shared/protocol/messages';
import { Countdown } from '../kit/Countdown.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { Plate } from '../kit/Plate.tsx';
import { AllHere } from './AllHere.tsx';
import { MoveMap } from './MoveMap.tsx';
import type { PhoneActs } from './own.ts';
import { People } from './People.tsx';
import { cardRound, namesOf, type PhoneView, roundAt, stepInto, tableLeft, tableOf } from './phone-view.ts';
import { SeatCard } from './SeatCard.tsx';
import { backWords, Mentors, SittingOut } from './Seated.tsx';
import { t } from './words.ts';

/** People change tables: where this person goes, or that they stay. */
export function Moving({ view, acts }: { view: PhoneView; acts: PhoneActs }) {
  const { card, shown } = view;
  const round = roundAt(shown.phase);
  const to = cardRound(card, round);
  if (!to) return null;
  switch (stepInto(view, round)) {
    case 'go':
      return <Go view={view} to={to} acts={acts} />;
    case 'leave':
      return <Leave view={view} round={round} />;
    case 'stay':
      return <Stay view={view} to={to} acts={acts} />;
    case 'out':
      return <SittingOut view={view} round={round} />;
  }
}

interface StepProps {
  view: PhoneView;
  to: CardRound;
  acts: PhoneActs;
}

function Go({ view, to, acts }: StepProps) {
  const { card, shown } = view;
  const { number, name } = tableOf(card, to.table ?? 0);
  const from = tableLeft(view, to.round);
  return (
    <div class="go">
      <h2 class="k-face">{t('phone.move')}</h2>
      <div class="go-table">
        <Plate number={number} name={name} class="go-plate" outlined />
        <p>
          {t('phone.move.to')}
          <b class="k-face">{t('phone.table', { number })}</b>
          <Name of={name} />
        </p>
      </div>
      {card.tables.length > 1 ? <MoveMap card={card} from={from} to={number} /> : null}
      {card.role === 'student' ? <Mentors people={to.meets} /> : null}
      <p class="go-count">
        {shown.left === null ? null : <Countdown left={shown.left} />}
        <span>{t('phone.move.sit')}</span>
      </p>
      <AllHere view={view} table={number} acts={acts} />
    </div>
  );
}

function Leave({ view, round }: { view: PhoneView; round: number }) {
  return (
    <div class="go">
      <h2 class="k-face">{t('phone.move')}</h2>
      <div class="go-table">
        <Icon name="cup" size="7rem" />
      </div>
      <p class="go-words">{t('phone.out.leave')}</p>
      <p class="go-words">{backWords(view, round)}</p>
    </div>
  );
}

/** Others walk; this person keeps their table, so the page keeps its ground. */
function Stay({ view, to, acts }: StepProps) {
  const { card, shown } = view;
  const student = card.role === 'student';
  return (
    <>
      <SeatCard
        view={view}
        label={t('phone.stay', { number: to.table })}
        round={to.round}
        table={to.table}
        left={shown.left}
        under={t('phone.stay.until', { round: to.round })}
      >
        {student && to.meets.length > 0 ? (
          <p class="seat-words">{t('phone.stay.next', { names: namesOf(to.meets) })}</p>
        ) : null}
        {student && to.meets.length === 1 && to.meets[0]?.line ? <p class="mentor-line">{to.meets[0].line}</p> : null}
      </SeatCard>
      {to.table === null ? null : <AllHere view={view} table={to.table} acts={acts} />}
      {student ? null : <People title={t('phone.people.next')} people={to.meets} view={view} acts={acts} />}
    </>
  );
}
