import type { Duration, Instant } from '@lapwing/shared/kernel/time';
import type { CardRound } from '@lapwing/shared/protocol/messages';
import type { ComponentChildren } from 'preact';
import { Countdown } from '../kit/Countdown.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { Plate } from '../kit/Plate.tsx';
import { SignCard, Tear } from '../kit/SignCard.tsx';
import { NextRow } from './NextRow.tsx';
import { type PhoneView, tableOf } from './phone-view.ts';
import { t } from './words.ts';

export interface SeatCardProps {
  view: PhoneView;
  /** "Now", "Paused", "Break": first words of the card. */
  label: string;
  round: number;
  /** Number of the table; null draws a cup. `undefined` draws neither. */
  table: number | null | undefined;
  left: Duration | null;
  running?: boolean;
  /** Below the countdown. */
  under?: string | undefined;
  /** Below the plate: who, or what to do. */
  children?: ComponentChildren;
  /** A line at the card's foot, on the signal colour: only in the last minute. */
  band?: string | undefined;
  next?: { readonly round: CardRound | null; readonly at: Instant | null } | undefined;
}

/** The card: plate and time first, who below, what comes next under the tear line. */
export function SeatCard(props: SeatCardProps) {
  const { view, label, round, table, left, running = true, under, children, band, next } = props;
  const known = typeof table === 'number' ? tableOf(view.card, table) : null;
  return (
    <SignCard class="seat" label={t('phone.yours')}>
      <div class="seat-now">
        <p class="seat-label">
          <b>{label}</b>
          {round > view.moment.timings.rounds ? null : (
            <span>{t('phone.round', { round, rounds: view.moment.timings.rounds })}</span>
          )}
        </p>
        <div class="seat-main">
          {known ? <Plate number={known.number} name={known.name} class="seat-plate" /> : null}
          {table === null ? <Icon name="cup" size="6rem" /> : null}
          <div>
            {known ? (
              <p class="seat-table">
                {t('phone.table', { number: known.number })} <Name of={known.name} />
              </p>
            ) : null}
            {left === null ? null : <Countdown left={left} running={running} class="seat-count" />}
            {under === undefined || left === null ? null : <p class="seat-under">{under}</p>}
          </div>
        </div>
        {children}
      </div>
      {next === undefined ? null : (
        <>
          <Tear />
          <NextRow view={view} here={table ?? null} next={next.round} at={next.at} />
        </>
      )}
      {band === undefined ? null : (
        <p class="seat-band">
          <Icon name="clock" size="1.25em" />
          {band}
        </p>
      )}
    </SignCard>
  );
}
