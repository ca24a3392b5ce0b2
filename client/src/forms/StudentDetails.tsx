import type { StudentAnswers } from '@lapwing/shared/registration/answers';
import { type Problem, studentProblems } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { ErrorSummary } from './ErrorSummary.tsx';
import { useKept } from './kept.ts';
import type { DetailsProps } from './MyDetails.tsx';
import { SaidList } from './SaidList.tsx';
import { StudentFields } from './StudentFields.tsx';
import { studentSaid } from './said.ts';
import { t } from './words.ts';

/** What a student said, and the form to change it. */
export function StudentDetails(props: DetailsProps & { answers: StudentAnswers }) {
  const { details, answers } = props;
  const [editing, setEditing] = useState(false);
  if (editing) return <Editing {...props} onDone={() => setEditing(false)} />;
  return (
    <section class="f-group">
      <header>
        <h2>{t('details.answers')}</h2>
        {details.open ? (
          <button type="button" class="f-small" onClick={() => setEditing(true)}>
            {t('details.change')}
          </button>
        ) : null}
      </header>
      <SaidList said={studentSaid(answers, details.mentors)} />
    </section>
  );
}

function Editing({
  details,
  answers,
  path,
  acts,
  onDone,
}: DetailsProps & { answers: StudentAnswers; onDone: () => void }) {
  const kept = useKept<StudentAnswers>(`details ${path}`, answers);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [sending, setSending] = useState(false);
  async function save(submit: Event): Promise<void> {
    submit.preventDefault();
    const found = studentProblems(kept.value, 'change');
    setProblems(found);
    if (found.length > 0) return setTried(tried + 1);
    if (sending) return;
    setSending(true);
    const taken = await acts.save(kept.value);
    setSending(false);
    if (!taken) return;
    kept.forget();
    onDone();
  }
  return (
    <form class="f-form" noValidate onSubmit={save}>
      <ErrorSummary problems={problems} tried={tried} />
      <StudentFields
        answers={kept.value}
        change={kept.change}
        problems={problems}
        kind="change"
        mentors={details.mentors}
      />
      <SaveButtons
        sending={sending}
        onCancel={() => {
          kept.forget();
          onDone();
        }}
      />
    </form>
  );
}

export const SaveButtons = ({ sending, onCancel }: { sending: boolean; onCancel: () => void }) => (
  <div class="f-buttons">
    <button type="submit" class="f-main" aria-disabled={sending}>
      {t(sending ? 'details.saving' : 'details.save')}
    </button>
    <button type="button" class="f-other" onClick={onCancel}>
      {t('details.dont')}
    </button>
  </div>
);
