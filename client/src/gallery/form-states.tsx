import type { AttendeeRole } from '@lapwing/shared/event/roster';
import { after, minutes } from '@lapwing/shared/kernel/time';
import type { RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import {
  type MentorAnswers,
  NO_MENTOR_ANSWERS,
  NO_STUDENT_ANSWERS,
  type StudentAnswers,
} from '@lapwing/shared/registration/answers';
import { mentorProblems, studentProblems } from '@lapwing/shared/registration/problems';
import type { ComponentChildren, JSX } from 'preact';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { MentorPage } from '../forms/MentorPage.tsx';
import { type MentorPageName, pageTitle, problemsOn } from '../forms/mentor-pages.ts';
import { promiseOf } from '../forms/promise.ts';
import { StudentFields } from '../forms/StudentFields.tsx';
import { CheckPage } from '../public/CheckPage.tsx';
import { FormButtons, FormPage, GoOnByLink, NotSent } from '../public/FormPage.tsx';
import { MentorForm } from '../public/MentorForm.tsx';
import { SentPage } from '../public/SentPage.tsx';
import { StudentPage } from '../public/StudentPage.tsx';
import { t as publicWord } from '../public/words.ts';
import { CAREERS } from './event-fixture.ts';
import { CALLED_OFF, STARTS_AT } from './fixtures.ts';
import { AISHA, PRIYA } from './people-fixture.ts';
import type { FORM_NAMES } from './state-names.ts';

const OVER = { ...CAREERS, open: { student: false, mentor: false } };
/** Comes when it is over, and goes before it begins. */
const ODD_HOURS = { arrivesAt: after(CAREERS.endsAt, minutes(5)), leavesAt: after(STARTS_AT, minutes(-30)) };
const PROMISE = promiseOf(CAREERS);
const YOUNG = { ...PROMISE, under18: true };
const OWN_LINK = 'http://localhost:3000/me/k3v9xq#secret';
const nothing = (): void => {};

const Page = ({ title, wrong = false, children }: { title: string; wrong?: boolean; children: ComponentChildren }) => (
  <FormPage event={CAREERS} code="KQ4T" title={title} wrong={wrong}>
    {children}
  </FormPage>
);

interface StudentFormProps {
  readonly answers: StudentAnswers;
  readonly checked?: boolean;
  readonly promise?: typeof PROMISE;
}

function StudentForm({ answers, checked = false, promise = PROMISE }: StudentFormProps) {
  const problems = checked ? studentProblems(answers, 'fresh') : [];
  return (
    <Page title={publicWord('student.title')} wrong={checked}>
      <ErrorSummary problems={problems} tried={1} />
      <form class="f-form">
        <StudentFields {...{ answers, problems, promise }} change={nothing} kind="fresh" mentors={CAREERS.mentors} />
        <FormButtons words={publicWord('student.send')} />
      </form>
    </Page>
  );
}

function MentorStep({ page, answers = PRIYA }: { page: MentorPageName; answers?: MentorAnswers }) {
  const problems = problemsOn(page, mentorProblems(answers, 'fresh', CAREERS));
  const evening = { startsAt: STARTS_AT, promise: PROMISE };
  return (
    <Page title={pageTitle(page)}>
      <ErrorSummary problems={problems} tried={1} />
      <form class="f-form">
        <MentorPage page={page} answers={answers} change={nothing} problems={problems} kind="fresh" {...evening} />
        <FormButtons words={publicWord('mentor.next')} onBack={page === 'who' ? undefined : nothing} />
      </form>
    </Page>
  );
}

const sent =
  (answer: Partial<RegistrationAnswer>, who: AttendeeRole = 'student') =>
  () => (
    <SentPage
      event={CAREERS}
      code="KQ4T"
      who={who}
      email={who === 'mentor' ? PRIYA.email : 'aisha@example.org'}
      answer={{ mailed: false, link: null, keptUntil: null, ...answer }}
    />
  );

/** The forms behind the public page, by name. */
export const FORM_STATES: Readonly<Record<(typeof FORM_NAMES)[number], () => JSX.Element>> = {
  'j-student': () => <StudentForm answers={AISHA} />,
  'j-student-under-18': () => <StudentForm answers={AISHA} promise={YOUNG} />,
  'j-student-wrong': () => <StudentForm answers={{ ...NO_STUDENT_ANSWERS, email: 'aisha' }} checked />,
  'j-student-closed': () => <StudentPage event={OVER} code="KQ4T" />,
  'j-student-off': () => <StudentPage event={{ ...OVER, cancelled: { reason: CALLED_OFF.reason } }} code="KQ4T" />,
  'j-mentor-closed': () => <MentorForm event={OVER} code="KQ4T" />,
  'j-mentor-who': () => <MentorStep page="who" answers={NO_MENTOR_ANSWERS} />,
  'j-mentor-work': () => <MentorStep page="work" />,
  'j-mentor-field': () => <MentorStep page="field" />,
  'j-mentor-evening': () => <MentorStep page="evening" />,
  'j-mentor-evening-wrong': () => <MentorStep page="evening" answers={{ ...PRIYA, ...ODD_HOURS }} />,
  'j-mentor-after': () => <MentorStep page="after" />,
  'j-mentor-check': () => (
    <Page title={publicWord('mentor.check')}>
      <form class="f-form">
        <CheckPage answers={PRIYA} promise={PROMISE} goTo={nothing} />
        <FormButtons words={publicWord('mentor.send')} onBack={nothing} />
      </form>
    </Page>
  ),
  'j-not-sent': () => (
    <Page title={publicWord('student.title')}>
      <NotSent />
      <GoOnByLink link={null} />
      <FormButtons words={publicWord('student.send')} />
    </Page>
  ),
  'j-sent': sent({ mailed: true }),
  'j-sent-kept': sent({ mailed: true, keptUntil: after(STARTS_AT, minutes(-1_980)) }),
  'j-sent-mentor': sent({ mailed: true }, 'mentor'),
  'j-sent-link': sent({ link: OWN_LINK }),
  'j-sent-link-mentor': sent({ link: OWN_LINK }, 'mentor'),
  'j-sent-ask': sent({}),
};
