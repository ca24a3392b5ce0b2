import type { DeskTurn, DeskNumber as Given } from '@lapwing/shared/protocol/api';
import { useEffect, useId, useState } from 'preact/hooks';
import { request } from '../kit/api.ts';
import { Icon } from '../kit/Icon.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { type Kept, keptNumber } from './kept-number.ts';
import { t } from './words.ts';

const ASK_EVERY_MS = 3_000;

/** Why there is no number any more, or none yet. */
type Problem = 'used-up' | 'many' | 'silent' | 'missing';

/**
 * For whoever registered and has no personal link at hand: an address or a badge code gets a number to show at the desk.
 * The answer is the same for everybody.
 */
export function DeskNumber({ code }: { code: string }) {
  const kept = keptNumber(code);
  const [number, setNumber] = useState<Kept | null>(kept.read);
  const [problem, setProblem] = useState<Problem | null>(null);
  const put = (next: Kept | null, why: Problem | null): void => {
    kept.write(next);
    setNumber(next);
    setProblem(why);
  };
  const ask = async (who: string): Promise<void> => {
    if (who.trim() === '') return setProblem('missing');
    const answer = await request<Given>('POST', `/e/${code}/waiting`, { who: who.trim() });
    if (answer.ok) put(answer.value, null);
    else setProblem(answer.refusal.code === 'no-answer' ? 'silent' : 'many');
  };
  useEffect(() => {
    if (!number) return;
    return askAgain(`/e/${code}/waiting/${number.number}/session`, number.secret, (turn) => {
      if (turn === 'used-up' || turn === 'silent' || turn === null) {
        if (turn === 'used-up') put(null, turn);
        else setProblem(turn);
        return;
      }
      kept.write(null);
      location.replace(turn.to);
    });
  }, [number, code]);
  return number ? (
    <DeskNumberView number={number.number} silent={problem === 'silent'} onBack={() => put(null, null)} />
  ) : (
    <DeskNumberForm problem={problem} onAsk={ask} />
  );
}

type Turn = 'used-up' | 'silent' | null | { readonly to: string };

/** Asks until it is this phone's turn, or its number is no good any more. */
function askAgain(path: string, secret: string, tell: (turn: Turn) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let over = false;
  const look = async (): Promise<void> => {
    const answer = await request<DeskTurn>('POST', path, { secret });
    if (over) return;
    if (answer.ok) {
      const { to } = answer.value;
      tell(to === null ? null : { to });
      if (to !== null) return;
    } else {
      const usedUp = answer.refusal.code === 'link-invalid';
      tell(usedUp ? 'used-up' : 'silent');
      if (usedUp) return;
    }
    timer = setTimeout(() => void look(), ASK_EVERY_MS);
  };
  void look();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

/** The field: who registered here. */
export function DeskNumberForm({ problem, onAsk }: { problem: Problem | null; onAsk: (who: string) => Promise<void> }) {
  const [who, setWho] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await onAsk(who);
    setBusy(false);
  };
  return (
    <form class="way desk-ask" onSubmit={(event) => void submit(event)} noValidate>
      <Icon name="hand" size="1.75rem" />
      <div>
        <h2>{t('join.registered.title')}</h2>
        <p id={`${id}-hint`}>{t('join.registered.words')}</p>
        <label for={id}>{t('join.registered.field')}</label>
        <input
          id={id}
          value={who}
          maxLength={254}
          autocomplete="email"
          inputMode="email"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={problem ? `${id}-problem` : `${id}-hint`}
          aria-invalid={problem === 'missing' ? true : undefined}
          onInput={(event) => setWho(event.currentTarget.value)}
        />
        <p id={`${id}-problem`} role="alert" class="desk-problem">
          {problem ? t(`join.registered.${problem}`) : null}
        </p>
        <button type="submit" class="join-button primary" aria-busy={busy}>
          {t('join.registered.ask')}
        </button>
      </div>
    </form>
  );
}

/** The number itself, to be held towards the desk. */
export function DeskNumberView({ number, silent, onBack }: { number: string; silent: boolean; onBack: () => void }) {
  return (
    <section class="desk-number" aria-labelledby="desk-number-heading">
      <h2 id="desk-number-heading">{t('join.number.show')}</h2>
      <p class="desk-figure k-face k-num" role="status">
        {number}
      </p>
      <p>{t('join.number.words')}</p>
      {silent ? (
        <StatusStrip tone="warn" icon="wifi-off">
          {t('join.silent')}
        </StatusStrip>
      ) : null}
      <button type="button" class="join-button" onClick={onBack}>
        {t('join.number.back')}
      </button>
    </section>
  );
}
