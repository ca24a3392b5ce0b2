import { say, t } from '../words.ts';
import { putAside } from './aside.ts';
import type { ActionsProps } from './NeedActions.tsx';
import { namesOf } from './names.ts';
import { lossLines } from './repair-sentences.ts';

const MOST_LINES = 14;

/** Shorter rounds, or one round fewer and who then does not meet whom. */
export function LateActions({ store, control, need, clock }: ActionsProps<'runningLate'>) {
  const { shorter, without } = need.late;
  const losses = without ? lossLines(without, namesOf(store)) : [];
  return (
    <>
      {without && losses.length > 0 ? (
        <details>
          <summary>{t('need.late.lost', { round: without.round, count: losses.length })}</summary>
          <ul class="repair-lines">
            {losses.slice(0, MOST_LINES).map((line) => (
              <li key={say(line)}>{say(line)}</li>
            ))}
            {losses.length > MOST_LINES ? <li>{t('price.more', { count: losses.length - MOST_LINES })}</li> : null}
          </ul>
        </details>
      ) : null}
      <div class="button-row">
        {shorter ? (
          <button
            type="button"
            class="primary"
            onClick={() => void control.send({ kind: 'roundLength', minutes: shorter.minutes })}
          >
            {t('need.late.shorter', { minutes: shorter.minutes, at: clock(shorter.finishesAt) })}
          </button>
        ) : null}
        {without ? (
          <button type="button" onClick={() => void control.send({ kind: 'skip', round: without.round })}>
            {t('need.late.without', { round: without.round, at: clock(without.finishesAt) })}
          </button>
        ) : null}
        <button type="button" onClick={() => putAside(store, need.id)}>
          {t('need.all-right')}
        </button>
      </div>
    </>
  );
}
