import type { PublicEvent, RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import { type MentorAnswers, NO_MENTOR_ANSWERS, USUAL_INTRODUCTIONS } from '@lapwing/shared/registration/answers';
import { mentorProblems, type Problem } from '@lapwing/shared/registration/problems';
import { useEffect, useState } from 'preact/hooks';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { useKept } from '../forms/kept.ts';
import { MentorPage } from '../forms/MentorPage.tsx';
import { MENTOR_PAGES, type MentorPageName, pageTitle, problemsOn } from '../forms/mentor-pages.ts';
import { promiseOf } from '../forms/promise.ts';
import { CheckPage } from './CheckPage.tsx';
import { ClosedPage, FormButtons, FormPage, GoOnByLink, NotSent } from './FormPage.tsx';
import { type Sending, sendForm, sendingAfter } from './registering.ts';
import { SentPage } from './SentPage.tsx';
import { t } from './words.ts';

interface Draft {
  readonly answers: MentorAnswers;
  /** Of `MENTOR_PAGES`; one more is the page on which everything is checked. */
  readonly page: number;
  /** They have been on that page: whatever is changed leads back to it. */
  readonly checking: boolean;
  /** What the server said to the first page; null before. */
  readonly answer: RegistrationAnswer | null;
}

const EMPTY: Draft = {
  answers: { ...NO_MENTOR_ANSWERS, introductionsPerMonth: USUAL_INTRODUCTIONS },
  page: 0,
  checking: false,
  answer: null,
};
const LAST = MENTOR_PAGES.length;

/** A mentor registers: one thing on a page, each sent as it is finished, so that the rest can be done another day. */
export function MentorForm({ event, code }: { event: PublicEvent; code: string }) {
  const kept = useKept<Draft>(`mentor ${code}`, EMPTY);
  const { answers, page, checking, answer } = kept.value;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [sending, setSending] = useState<Sending>(event.open.mentor ? 'no' : 'closed');
  const [sent, setSent] = useState(false);
  // the way back is the browser's own
  useEffect(() => {
    const back = (): void => kept.change({ page: pageOfAddress() });
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  if (sent && answer)
    return <SentPage event={event} code={code} who="mentor" email={answers.email.trim()} answer={answer} />;
  if (sending === 'closed') return <ClosedPage event={event} code={code} title={t('join.register.mentor')} />;

  const name = MENTOR_PAGES[page]?.name ?? null;
  const goTo = (next: number): void => {
    setProblems([]);
    history.pushState(null, '', next === 0 ? location.pathname : `#${next}`);
    kept.change({ page: next, checking: checking || next === LAST });
    scrollTo(0, 0);
  };
  async function send(submit: Event): Promise<void> {
    submit.preventDefault();
    if (sending === 'now') return;
    const found = mentorProblems(answers, 'fresh', event);
    const here = name === null ? found : problemsOn(name, found);
    setProblems(here);
    if (here.length > 0) return setTried(tried + 1);
    setSending('now');
    // the name or address of the first page may have been put right: that begins anew
    const method = page === 0 ? 'POST' : 'PUT';
    const outcome = await sendForm(method, `/e/${code}/mentors`, `mentor key ${code}`, answers);
    setSending(sendingAfter(outcome));
    if (outcome.kind === 'wrong') {
      setProblems([outcome.problem]);
      setTried(tried + 1);
    }
    if (outcome.kind !== 'taken') return;
    if (outcome.value) kept.change({ answer: outcome.value });
    if (name !== null) return goTo(checking ? LAST : page + 1);
    kept.forget();
    setSent(true);
  }

  const title = name === null ? t('mentor.check') : pageTitle(name);
  return (
    <FormPage event={event} code={code} title={title} step={String(page)} wrong={problems.length > 0}>
      <p class="join-muted">{t('mentor.step', { step: page + 1, steps: LAST + 1 })}</p>
      <ErrorSummary problems={problems} tried={tried} />
      <Intro page={page} email={answers.email.trim()} answer={answer} />
      <form class="f-form" noValidate onSubmit={send}>
        {name === null ? (
          <CheckPage answers={answers} promise={promiseOf(event)} goTo={(wanted) => goTo(indexOf(wanted))} />
        ) : (
          <MentorPage
            page={name}
            answers={answers}
            change={(part) => kept.change({ answers: { ...answers, ...part } })}
            problems={problems}
            kind="fresh"
            startsAt={event.startsAt}
            promise={promiseOf(event)}
          />
        )}
        {sending === 'silent' ? <NotSent /> : null}
        {sending === 'byLink' ? <GoOnByLink link={answer?.link ?? null} /> : null}
        <FormButtons
          busy={sending === 'now'}
          words={t(name === null ? 'mentor.send' : 'mentor.next')}
          onBack={page === 0 ? undefined : () => goTo(page - 1)}
        />
      </form>
    </FormPage>
  );
}

const indexOf = (page: MentorPageName): number => MENTOR_PAGES.findIndex(({ name }) => name === page);

const pageOfAddress = (): number => Math.min(LAST, Math.max(0, Number.parseInt(location.hash.slice(1), 10) || 0));

/** Before the first page what it is about; after it where the rest can be done. */
function Intro({ page, email, answer }: { page: number; email: string; answer: RegistrationAnswer | null }) {
  if (page === 0) return <p>{t('mentor.intro')}</p>;
  if (page !== 1 || !answer) return null;
  return <p>{answer.mailed ? t('mentor.saved.mailed', { email }) : t('mentor.saved')}</p>;
}
