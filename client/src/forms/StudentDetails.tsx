import type { StudentAnswers } from '@lapwing/shared/registration/answers';
import { studentProblems } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { EditForm } from './EditForm.tsx';
import type { DetailsProps } from './MyDetails.tsx';
import { promiseOf } from './promise.ts';
import { SaidList } from './SaidList.tsx';
import { StudentFields } from './StudentFields.tsx';
import { studentSaid } from './said.ts';
import { t } from './words.ts';

/** What a student said, and the form to change it. */
export function StudentDetails({ details, answers, path, acts }: DetailsProps & { answers: StudentAnswers }) {
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <EditForm
        draft={`details ${path}`}
        answers={answers}
        problemsOf={(changed) => studentProblems(changed, 'change', answers)}
        save={acts.save}
        fields={(filling) => (
          <StudentFields {...filling} kind="change" mentors={details.mentors} promise={promiseOf(details)} />
        )}
        onDone={() => setEditing(false)}
      />
    );
  }
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
