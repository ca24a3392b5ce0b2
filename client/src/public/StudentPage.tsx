import type { PublicEvent, RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import { NO_STUDENT_ANSWERS, type StudentAnswers } from '@lapwing/shared/registration/answers';
import { type Problem, studentProblems } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { useKept } from '../forms/kept.ts';
import { promiseOf } from '../forms/promise.ts';
import { StudentFields } from '../forms/StudentFields.tsx';
import { ClosedPage, FormButtons, FormPage, GoOnByLink, NotSent } from './FormPage.tsx';
import { type Sending, sendForm, sendingAfter } from './registering.ts';
import { SentPage } from './SentPage.tsx';
import { t } from './words.ts';

/** A student registers, on one page. */
export function StudentPage({ event, code }: { event: PublicEvent; code: string }) {
  const kept = useKept<StudentAnswers>(`student ${code}`, NO_STUDENT_ANSWERS);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [sending, setSending] = useState<Sending>(event.open.student ? 'no' : 'closed');
  const [sent, setSent] = useState<{ answer: RegistrationAnswer; email: string } | null>(null);
  if (sent) return <SentPage event={event} code={code} who="student" {...sent} />;
  if (sending === 'closed') return <ClosedPage event={event} code={code} title={t('student.title')} />;

  const show = (found: readonly Problem[]): void => {
    setProblems(found);
    setTried((before) => before + 1);
  };
  async function send(submit: Event): Promise<void> {
    submit.preventDefault();
    if (sending === 'now') return;
    const answers = kept.value;
    const found = studentProblems(answers, 'fresh');
    if (found.length > 0) return show(found);
    setProblems([]);
    setSending('now');
    const outcome = await sendForm('POST', `/e/${code}/students`, `student key ${code}`, answers);
    setSending(sendingAfter(outcome));
    if (outcome.kind === 'wrong') show([outcome.problem]);
    if (outcome.kind !== 'taken' || !outcome.value) return;
    kept.forget();
    setSent({ answer: outcome.value, email: answers.email.trim() });
  }

  return (
    <FormPage event={event} code={code} title={t('student.title')} wrong={problems.length > 0}>
      <ErrorSummary problems={problems} tried={tried} />
      <p>{t(event.placesLeft === 0 ? 'student.intro.waiting' : 'student.intro')}</p>
      <form class="f-form" noValidate onSubmit={send}>
        <StudentFields
          answers={kept.value}
          change={kept.change}
          problems={problems}
          kind="fresh"
          mentors={event.mentors}
          promise={promiseOf(event)}
        />
        {sending === 'silent' ? <NotSent /> : null}
        {sending === 'byLink' ? <GoOnByLink link={null} /> : null}
        <FormButtons busy={sending === 'now'} words={t('student.send')} />
      </form>
    </FormPage>
  );
}
