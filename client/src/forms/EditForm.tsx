import type { Problem } from '@lapwing/shared/registration/problems';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ErrorSummary } from './ErrorSummary.tsx';
import { type Kept, useKept } from './kept.ts';
import { t } from './words.ts';

/** What the fields of a form are drawn from. */
interface Filling<Answers> {
  readonly answers: Answers;
  readonly change: Kept<Answers>['change'];
  readonly problems: readonly Problem[];
}

interface Props<Answers> {
  /** Under which name the device keeps what is being typed. */
  readonly draft: string;
  readonly answers: Answers;
  readonly heading?: string;
  readonly problemsOf: (answers: Answers) => readonly Problem[];
  /** Answers whether it was taken. */
  readonly save: (answers: Answers) => Promise<boolean>;
  readonly fields: (filling: Filling<Answers>) => ComponentChildren;
  /** It was taken, or is to stay as it was. */
  readonly onDone: () => void;
}

/** A form to change what was said. What is typed stays on the device until it was taken or is not wanted. */
export function EditForm<Answers extends object>(props: Props<Answers>) {
  const { draft, answers, heading, problemsOf, save, fields, onDone } = props;
  const kept = useKept<Answers>(draft, answers);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [sending, setSending] = useState(false);
  const close = (): void => {
    kept.forget();
    onDone();
  };
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const found = problemsOf(kept.value);
    setProblems(found);
    if (found.length > 0) return setTried(tried + 1);
    if (sending) return;
    setSending(true);
    const taken = await save(kept.value);
    setSending(false);
    if (taken) close();
  }
  return (
    <form class="f-form" noValidate onSubmit={submit}>
      {heading === undefined ? null : <h2>{heading}</h2>}
      <ErrorSummary problems={problems} tried={tried} />
      {fields({ answers: kept.value, change: kept.change, problems })}
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
