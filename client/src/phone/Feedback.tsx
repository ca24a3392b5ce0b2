import { FEEDBACK, FEEDBACK_QUESTIONS, type FeedbackQuestion } from '@lapwing/shared/event/feedback';
import type { AfterProps } from './AfterPart.tsx';
import { t } from './words.ts';

/** Three questions after the last bell; each answer is kept with its tap. */
export function Feedback({ view, acts }: AfterProps) {
  const { answers, waiting } = view.feedback;
  const given = Object.keys(answers).length > 0;
  return (
    <section class="block feedback">
      <h2>{t('phone.feedback')}</h2>
      <p class="muted">{t('phone.feedback.words')}</p>
      {FEEDBACK_QUESTIONS.map((question) => (
        <Question key={question} question={question} view={view} acts={acts} />
      ))}
      <p role="status">
        {given ? t(waiting && view.status !== 'live' ? 'phone.told.waiting' : 'phone.feedback.thanks') : ''}
      </p>
    </section>
  );
}

function Question({ question, view, acts }: AfterProps & { question: FeedbackQuestion }) {
  return (
    <fieldset>
      <legend>{t(`phone.feedback.${question}`)}</legend>
      <div class="choices">
        {FEEDBACK[question].map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name={`feedback-${question}`}
              checked={view.feedback.answers[question] === answer}
              onChange={() => acts.giveFeedback(question, answer)}
            />
            <span>{t(`phone.feedback.${question}.${answer}` as 'phone.feedback.worth.yes')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
