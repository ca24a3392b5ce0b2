import type { Wish } from '@lapwing/shared/introductions/pick';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PassedTo } from '@lapwing/shared/protocol/introductions-api';
import { useId } from 'preact/hooks';
import { Name } from '../kit/Name.tsx';
import type { RequestShown } from './Requests.tsx';
import { t } from './words.ts';

interface Props {
  readonly request: RequestShown;
  /** Suggested together with them: the answer is for all. */
  readonly others: readonly RequestShown[];
  readonly colleagues: readonly PassedTo[];
  /** Whether they may pass it on. */
  readonly passes: boolean;
  readonly onAnswer: (wish: Wish | null, to?: AttendeeId | null) => void;
}

/** One who asks: who they are, why, and three answers. Choosing otherwise takes an answer back until it is sent. */
export function RequestCard({ request, others, colleagues, passes, onAnswer }: Props) {
  const { name, line, note, answer, sent, suggestion } = request;
  const choices: readonly Wish[] = passes ? ['introduce', 'not-now', 'pass-on'] : ['introduce', 'not-now'];
  return (
    <li class="request" data-answer={answer ?? ''}>
      {[request, ...others].map((one) => (
        <Who key={one.from} {...one} />
      ))}
      {suggestion === undefined ? null : (
        <p class="request-note">
          {others.length === 0
            ? t('intro.suggestion', { name })
            : t('intro.suggestion.together', { count: others.length + 1 })}
        </p>
      )}
      {line === '' ? null : <blockquote translate={false}>{line}</blockquote>}
      {note === '' ? null : (
        <p class="request-note">
          <b>{t('intro.note')}</b> <span translate={false}>{note}</span>
        </p>
      )}
      {sent ? null : (
        // biome-ignore lint/a11y/useSemanticElements: buttons that stay pressed, not fields
        <div class="answers" role="group" aria-label={t('intro.answer', { name })}>
          {choices.map((wish) => (
            <button
              key={wish}
              type="button"
              aria-pressed={answer === wish}
              onClick={() => onAnswer(answer === wish ? null : wish)}
            >
              {t(`intro.answer.${wish}`)}
            </button>
          ))}
        </div>
      )}
      {answer === 'pass-on' && !sent ? <PassOn {...{ request, colleagues, onAnswer }} /> : null}
      <p class="request-means" role="status">
        {answer === null
          ? null
          : answer === 'introduce'
            ? (request.stands ?? t('intro.means.introduce'))
            : t(`intro.means.${answer}`, { name })}
      </p>
    </li>
  );
}

function Who({ name, about, round }: Pick<RequestShown, 'name' | 'about' | 'round'>) {
  return (
    <>
      <h3>
        <Name of={name} />
      </h3>
      <p class="muted">
        {about === '' ? null : <span translate={false}>{about}</span>}
        {about === '' || round === 0 ? null : ' · '}
        {round === 0 ? null : t('intro.round', { round })}
      </p>
    </>
  );
}

/** Who may help more: a colleague of the evening, or nobody in particular. */
function PassOn({ request: { name, to }, colleagues, onAnswer }: Omit<Props, 'passes' | 'others'>) {
  const id = useId();
  if (colleagues.length === 0) return null;
  return (
    <div class="pass-to">
      <label for={id}>{t('intro.pass.who', { name })}</label>
      <select
        id={id}
        value={to ?? ''}
        onChange={(event) => onAnswer('pass-on', (event.currentTarget.value || null) as AttendeeId | null)}
      >
        <option value="">{t('intro.pass.nobody')}</option>
        {colleagues.map((one) => (
          <option key={one.id} value={one.id} translate={false}>
            {[one.name, one.line].filter(Boolean).join(', ')}
          </option>
        ))}
      </select>
    </div>
  );
}
