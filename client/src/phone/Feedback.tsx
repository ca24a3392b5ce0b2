import { FEEDBACK, FEEDBACK_QUESTIONS, type FeedbackQuestion } from '@lapwing/shared/event/feedback';
import { t as afterWord } from '../after/words.ts';
import type { AfterProps } from './AfterPart.tsx';
import { t } from './words.ts';

/** Three questions after the last bell; each answer is kept with its tap. */
export function Feedback({ view, acts }: AfterProps) {
  const { answers, waiting } = view.feedback;
  const given = Object.keys(answers).length > 0;
  return (
    <section class="block feedback">
      <h2>{afterWord('after.feedback')}</h2>
      <p class="muted">{afterWord('after.feedback.words')}</p>
      {FEEDBACK_QUESTIONS.map((question) => (
        <Question key={question} question={question} view={view} acts={acts} />
      ))}
      <p role="status">
        {given
          ? waiting && view.status !== 'live'
            ? t('phone.told.waiting')
            : afterWord('after.feedback.thanks')
          : ''}
      </p>
    </section>
  );
}

function Question({ question, view, acts }: AfterProps & { question: FeedbackQuestion }) {
  return (
    <fieldset>
      <legend>{afterWord(`after.feedback.${question}`)}</legend>
      <div class="choices">
        {FEEDBACK[question].map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name={`feedback-${question}`}
              checked={view.feedback.answers[question] === answer}
              onChange={() => acts.giveFeedback(question, answer)}
            />
            <span>{afterWord(`after.feedback.${question}.${answer}` as 'after.feedback.worth.yes')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
