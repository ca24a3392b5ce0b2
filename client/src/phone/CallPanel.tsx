import type { CallKind } from '@lapwing/shared/event/desk-call';
import { useEffect, useRef } from 'preact/hooks';
import { callsOf, LATE_BY } from './calls.ts';
import { cardRound, minutesToRoundEnd, type PhoneView, roundAfter, roundAt } from './phone-view.ts';
import { t } from './words.ts';

type Tell = (kind: CallKind, minutes: number) => void;

/** All that a person can tell the desk, each with one tap. */
export function CallPanel({ view, tell }: { view: PhoneView; tell: Tell }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.scrollIntoView?.({ block: 'nearest' }), []);
  return (
    <div class="calls" ref={panel}>
      {callsOf(view.card)
        .filter((kind) => !view.told.calls.includes(kind))
        .map((kind) => {
          if (kind === 'late') return <Late key={kind} tell={tell} />;
          if (kind === 'leaving') return <Leaving key={kind} view={view} tell={tell} />;
          return (
            <button key={kind} type="button" onClick={() => tell(kind, 0)}>
              {t(`phone.call.${kind}`)}
            </button>
          );
        })}
    </div>
  );
}

const Late = ({ tell }: { tell: Tell }) => (
  <fieldset>
    <legend>{t('phone.call.late')}</legend>
    {LATE_BY.map((minutes) => (
      <button key={minutes} type="button" onClick={() => tell('late', minutes)}>
        {t('phone.call.late.by', { minutes })}
      </button>
    ))}
  </fieldset>
);

/** A mentor sees what leaving does to the people at the table. */
function Leaving({ view, tell }: { view: PhoneView; tell: Tell }) {
  const { card, shown } = view;
  const round = roundAt(shown.phase);
  const here = cardRound(card, round);
  const left = minutesToRoundEnd(view);
  return (
    <fieldset>
      <legend>{t('phone.call.leaving')}</legend>
      <button type="button" onClick={() => tell('leaving', 0)}>
        <span>{t('phone.call.leaving.now')}</span>
        <Students view={view} count={here?.meets.length ?? 0} />
      </button>
      {left === null ? null : (
        <button type="button" onClick={() => tell('leaving', left)}>
          <span>{t('phone.call.leaving.round')}</span>
          <Students view={view} count={roundAfter(view, round)?.meets.length ?? 0} />
        </button>
      )}
    </fieldset>
  );
}

function Students({ view, count }: { view: PhoneView; count: number }) {
  if (view.card.role !== 'mentor' || count === 0) return null;
  return <small>{t('phone.call.leaving.students', { count })}</small>;
}
