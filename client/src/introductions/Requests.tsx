import type { ComponentChildren } from 'preact';
import './introductions.css';
import type { Wish } from '@lapwing/shared/introductions/pick';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { type IntroRequestSeen, MOST_PER_MONTH, type PassedTo } from '@lapwing/shared/protocol/introductions-api';
import { RequestCard } from './RequestCard.tsx';
import { t } from './words.ts';

/** A request as whoever is asked sees it. */
export interface RequestShown extends IntroRequestSeen {
  /** Whom an answer *pass it on* names. */
  readonly to: AttendeeId | null;
  /** What they wrote about them for themselves; '' for nothing. */
  readonly note: string;
  /** How their *yes* stands, in words. */
  readonly stands?: string;
  /** The introduction has gone out: nothing to choose any more. */
  readonly sent: boolean;
}

export interface RequestsProps {
  readonly title: ComponentChildren;
  readonly requests: readonly RequestShown[];
  /** Of a mentor: how many a month they take, and how many they have. */
  readonly limit: { readonly perMonth: number; readonly taken: number } | null;
  readonly colleagues: readonly PassedTo[];
  /** What stands there where nobody asks. */
  readonly none: string;
  /** @param wish null takes an answer back */
  readonly onAnswer: (from: AttendeeId, wish: Wish | null, to: AttendeeId | null) => void;
  /** Where the limit can be changed. */
  readonly onPerMonth?: (perMonth: number) => void;
}

/** Who asks to be introduced to this person, to be answered one after the other by thumb. */
export function Requests({ title, requests, limit, colleagues, none, onAnswer, onPerMonth }: RequestsProps) {
  return (
    <section class="block requests">
      <h2>{title}</h2>
      {limit && requests.length > 0 ? <Limit {...limit} onPerMonth={onPerMonth} /> : null}
      {requests.length === 0 ? <p class="muted">{none}</p> : null}
      <ul>
        {inGroups(requests).map(([request, ...others]) => (
          <RequestCard
            key={request.from}
            request={request}
            others={others}
            colleagues={colleagues}
            passes={limit !== null}
            onAnswer={(wish, to = null) => onAnswer(request.from, wish, to)}
          />
        ))}
      </ul>
    </section>
  );
}

/** Those whom organisers suggest together stand on one card: one answer is for all of them (H22). */
function inGroups(requests: readonly RequestShown[]): readonly (readonly [RequestShown, ...RequestShown[]])[] {
  const groups = new Map<string, [RequestShown, ...RequestShown[]]>();
  for (const request of requests) {
    const key = request.suggestion ?? `of ${request.from}`;
    const known = groups.get(key);
    if (known) known.push(request);
    else groups.set(key, [request]);
  }
  return [...groups.values()];
}

interface LimitProps {
  readonly perMonth: number;
  readonly taken: number;
  readonly onPerMonth: RequestsProps['onPerMonth'];
}

/** How many this month, of how many. */
function Limit({ perMonth, taken, onPerMonth }: LimitProps) {
  const full = taken >= perMonth;
  return (
    <div class="limit" data-full={full}>
      <p role="status">{t(full ? 'intro.limit.full' : 'intro.limit', { taken, limit: perMonth })}</p>
      {onPerMonth ? (
        // biome-ignore lint/a11y/useSemanticElements: two buttons around a figure, not fields
        <div class="stepper" role="group" aria-label={t('intro.limit.label')}>
          <button
            type="button"
            aria-label={t('intro.limit.less')}
            aria-disabled={perMonth === 0}
            onClick={() => perMonth > 0 && onPerMonth(perMonth - 1)}
          >
            −
          </button>
          <span aria-live="polite">{t('intro.limit.now', { limit: perMonth })}</span>
          <button
            type="button"
            aria-label={t('intro.limit.more')}
            aria-disabled={perMonth === MOST_PER_MONTH}
            onClick={() => perMonth < MOST_PER_MONTH && onPerMonth(perMonth + 1)}
          >
            +
          </button>
        </div>
      ) : null}
    </div>
  );
}
