import {
  FEEDBACK_QUESTIONS,
  FEWEST_TOLD,
  type FeedbackQuestion,
  type FeedbackSum,
} from '@lapwing/shared/event/feedback';
import { dateText } from '../../kit/figures.ts';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import { useFeedback } from './use-feedback.ts';

/** What people answered after the evening: how many, and sums in which nobody can be told. */
export function Feedback({ store, timeZone }: { store: EventStore; timeZone: string }) {
  const view = useFeedback(store.api);
  if (!view) return null;
  const { answered, of, until, sums } = view;
  const open = (store.live.now.value ?? until) < until;
  const shown = FEEDBACK_QUESTIONS.filter((question) => sums[question].length > 0);
  return (
    <section class="after-feedback">
      <h3>{t('after.feedback')}</h3>
      <p>
        {open
          ? t('after.feedback.open', { date: dateText(until, timeZone), answered, of })
          : t('after.feedback.closed', { answered, of })}
      </p>
      {shown.length === 0 ? null : (
        <div class="after-questions">
          {shown.map((question) => (
            <Question key={question} question={question} sums={sums[question]} />
          ))}
        </div>
      )}
      <p class="quiet">{t('after.feedback.sums', { fewest: FEWEST_TOLD })}</p>
    </section>
  );
}

function Question({ question, sums }: { question: FeedbackQuestion; sums: readonly FeedbackSum[] }) {
  const all = Math.max(1, ...sums.map(({ count }) => count));
  return (
    <div class="card">
      <h4>{t(`after.${question}`)}</h4>
      <dl>
        {sums.map(({ answers, count }) => (
          <div key={answers.join()}>
            <dt>{answersText(question, answers)}</dt>
            <dd>
              <span class="after-count">{count}</span>
              {count === 0 ? null : <span class="after-bar" style={{ width: `${(count / all) * 100}%` }} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** "Partly or no" */
function answersText(question: FeedbackQuestion, answers: FeedbackSum['answers']): string {
  const [first = '', second] = answers.map((answer) => t(`after.${question}.${answer}` as 'after.worth.yes'));
  return second === undefined ? first : t('after.feedback.or', { first, second });
}
