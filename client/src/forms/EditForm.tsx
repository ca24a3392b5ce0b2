import { answerAt, mergeAnswers } from '@lapwing/shared/registration/merge-answers';
import type { Problem } from '@lapwing/shared/registration/problems';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ErrorSummary } from './ErrorSummary.tsx';
import { useKept } from './kept.ts';
import { t } from './words.ts';

/** What the fields of a form are drawn from. */
interface Filling<Answers> {
  readonly answers: Answers;
  readonly change: (part: Partial<Answers>) => void;
  readonly problems: readonly Problem[];
}

interface Props<Answers> {
  /** Under which name the device keeps what is being typed. */
  readonly draft: string;
  readonly answers: Answers;
  readonly heading?: string;
  readonly problemsOf: (answers: Answers) => readonly Problem[];
  /** Answers whether it was taken. `was`: what the form showed before. */
  readonly save: (answers: Answers, was: Answers) => Promise<boolean>;
  readonly fields: (filling: Filling<Answers>) => ComponentChildren;
  /** It was taken, or is to stay as it was. */
  readonly onDone: () => void;
}

/** What is typed, and what the form showed before. */
interface Draft<Answers> {
  readonly said: Answers;
  readonly was: Answers;
}

/**
 * A form to change what was said. What is typed stays on the device until it was taken or is not wanted. Where somebody else
 * changed the same meanwhile, it says so at the field, keeps what is typed, and the next press decides.
 */
export function EditForm<Answers extends object>(props: Props<Answers>) {
  const { draft, answers, heading, problemsOf, save, fields, onDone } = props;
  const kept = useKept<Draft<Answers>>(draft, { said: answers, was: answers });
  const { said, was } = kept.value;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [sending, setSending] = useState(false);
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || JSON.stringify(answers) === JSON.stringify(was)) return;
    const merged = mergeAnswers(answers, was, said);
    kept.change({ said: merged.answers, was: answers });
    setProblems(merged.conflicts.map((field) => ({ field, code: 'changedMeanwhile', now: textAt(answers, field) })));
    if (merged.conflicts.length > 0) setTried((times) => times + 1);
  }, [answers]);
  const close = (): void => {
    isDone.current = true;
    kept.forget();
    onDone();
  };
  const change = (part: Partial<Answers>): void => kept.change((before) => ({ said: { ...before.said, ...part } }));
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const found = problemsOf(said);
    setProblems(found);
    if (found.length > 0) return setTried(tried + 1);
    if (sending) return;
    setSending(true);
    const taken = await save(said, was);
    setSending(false);
    if (taken) close();
  }
  return (
    <form class="f-form" noValidate onSubmit={submit}>
      {heading === undefined ? null : <h2>{heading}</h2>}
      <ErrorSummary problems={problems} tried={tried} />
      {fields({ answers: said, change, problems })}
      <div class="f-buttons">
        <button type="submit" class="f-main" aria-disabled={sending}>
          {t(sending ? 'details.saving' : 'details.save')}
        </button>
        <button type="button" class="f-other" onClick={close}>
          {t('details.dont')}
        </button>
      </div>
    </form>
  );
}

/** What the other wrote, where it is text. */
function textAt(answers: object, field: string): string {
  const text = answerAt(answers, field);
  return typeof text === 'string' ? text : '';
}
