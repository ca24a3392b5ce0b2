import { type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import type { CardRound, Met } from '@lapwing/shared/protocol/messages';
import { Name } from '../kit/Name.tsx';
import { GuideLink } from './GuideLink.tsx';
import { YourNotes } from './Notes.tsx';
import type { PhoneActs } from './own.ts';
import { People } from './People.tsx';
import { Prompts } from './Prompts.tsx';
import { afterParts } from './parts.ts';
import {
  cardRound,
  isLastMinute,
  moveTime,
  nextSeat,
  type PhoneView,
  roundAfter,
  roundAt,
  stationOf,
  timeText,
} from './phone-view.ts';
import { SeatCard } from './SeatCard.tsx';
import { t } from './words.ts';

export interface SeatedProps {
  view: PhoneView;
  acts: PhoneActs;
}

/** A round is talked: my table, the time, the person in front of me, what comes next. */
export function Seated({ view, acts }: SeatedProps) {
  const { card, shown } = view;
  const round = roundAt(shown.phase);
  const here = cardRound(card, round);
  if (!here) return null;
  if (here.table === null) return <SittingOut view={view} round={round} />;
  const over = shown.phase.kind === 'timeUp';
  const ready = shown.phase.kind === 'ready';
  return (
    <>
      <SeatCard
        view={view}
        label={t(over ? 'phone.timeUp' : ready ? 'phone.ready' : 'phone.now')}
        round={round}
        table={here.table}
        left={over ? milliseconds(0) : shown.left}
        under={ready ? undefined : t(card.role === 'mentor' ? 'phone.left.group' : 'phone.left')}
        band={isLastMinute(shown) ? t('phone.minute') : undefined}
        next={nextOf(view, round)}
      >
        {over ? <p class="seat-words">{t('phone.timeUp.words')}</p> : null}
        {ready ? <p class="seat-words">{t('phone.ready.words', { round })}</p> : null}
        {card.role === 'student' ? <Mentors people={here.meets} /> : null}
      </SeatCard>
      <AtTable view={view} here={here} acts={acts} />
    </>
  );
}

/** What comes after `round`, and when people go there: with a press once the time is up. */
function nextOf(view: PhoneView, round: number): { readonly round: CardRound | null; readonly at: Instant | null } {
  const next = roundAfter(view, round);
  const waits = view.shown.phase.kind === 'timeUp' || view.shown.phase.kind === 'ready';
  return { round: next, at: next === null || waits ? null : moveTime(view, next.round) };
}

/** The clock stands: the same card, still. During a move it shows the table people are on their way to. */
export function Paused({ view, acts }: SeatedProps) {
  const { card, shown } = view;
  const { phase } = shown;
  if (phase.kind !== 'paused') return null;
  const here = cardRound(card, phase.of.round);
  const talking = phase.of.kind === 'talking';
  return (
    <>
      <SeatCard
        view={view}
        label={t('phone.paused')}
        round={phase.of.round}
        table={phase.of.kind === 'agenda' ? undefined : (here?.table ?? null)}
        left={phase.remaining}
        running={false}
        next={talking ? { ...nextOf(view, phase.of.round), at: null } : undefined}
      >
        <p class="seat-words">{t('phone.paused.words')}</p>
        {talking && card.role === 'student' ? <Mentors people={here?.meets ?? []} /> : null}
      </SeatCard>
      {talking && here ? <AtTable view={view} here={here} acts={acts} /> : null}
    </>
  );
}

/** A round without a table. */
export function SittingOut({ view, round }: { view: PhoneView; round: number }) {
  const { shown } = view;
  return (
    <SeatCard
      view={view}
      label={shown.phase.kind === 'timeUp' ? t('phone.timeUp') : t('phone.now')}
      round={round}
      table={null}
      left={shown.left}
      under={t('phone.left.break')}
      next={nextOf(view, round)}
    >
      <p class="seat-words">
        {t('phone.out')} {backWords(view, round)}
      </p>
    </SeatCard>
  );
}

/** "Back at 19:48, table 2." */
export function backWords(view: PhoneView, round: number): string {
  const next = nextSeat(view, round);
  const station = next && stationOf(view, next.round);
  if (!station) return t('phone.out.done');
  return t('phone.out.back', { time: timeText(view, station.startsAt), number: next.table });
}

export function Mentors({ people }: { people: readonly Met[] }) {
  return (
    <>
      {people.map((one) => (
        <div class="mentor" key={one.name}>
          <p class="mentor-name">
            <Name of={one.name} />
          </p>
          {one.line ? <p class="mentor-line">{one.line}</p> : null}
          <GuideLink tags={one.tags} />
        </div>
      ))}
    </>
  );
}

/** Under the card: a student gets what belongs to their wishes, questions to ask and a place for notes, a mentor the people in front of them. */
function AtTable({ view, here, acts }: SeatedProps & { here: CardRound }) {
  const { card } = view;
  const parts = afterParts.use();
  if (card.role === 'mentor') return <People title={t('phone.people')} people={here.meets} view={view} acts={acts} />;
  return (
    <>
      {parts ? <parts.PicksHere view={view} people={here.meets} acts={acts} /> : null}
      <Prompts key={here.round} person={card.id} round={here.round} mentors={here.meets} />
      <YourNotes view={view} people={here.meets} acts={acts} />
    </>
  );
}
