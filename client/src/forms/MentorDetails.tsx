import type { MentorAnswers } from '@lapwing/shared/registration/answers';
import { filledFrom } from '@lapwing/shared/registration/details';
import { mentorProblems } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { EditForm } from './EditForm.tsx';
import { MentorPage } from './MentorPage.tsx';
import type { DetailsProps } from './MyDetails.tsx';
import { MENTOR_PAGES, type MentorPageName, pageTitle, problemsOn } from './mentor-pages.ts';
import { promiseOf } from './promise.ts';
import { SaidList } from './SaidList.tsx';
import { mentorSaid } from './said.ts';
import { t } from './words.ts';

type Props = DetailsProps & { readonly answers: MentorAnswers };

/** What a mentor said, part by part, each with its page of the form. */
export function MentorDetails(props: Props) {
  const { details, answers, path, acts } = props;
  const [editing, setEditing] = useState<MentorPageName | null>(null);
  if (editing !== null) {
    return (
      <EditForm
        draft={`details ${path} ${editing}`}
        answers={answers}
        heading={pageTitle(editing)}
        problemsOf={(changed) => problemsOn(editing, mentorProblems(changed, 'change', details, answers))}
        save={acts.save}
        fields={(filling) => (
          <MentorPage
            {...filling}
            page={editing}
            kind="change"
            startsAt={details.startsAt}
            promise={promiseOf(details)}
          />
        )}
        onDone={() => setEditing(null)}
      />
    );
  }
  const said = mentorSaid(answers, promiseOf(details), 'later');
  const paused = answers.introductionsPerMonth === 0;
  return (
    <>
      {details.open ? <EarlierCard {...props} /> : null}
      {MENTOR_PAGES.filter(({ name }) => said[name].length > 0).map(({ name }) => (
        <section class="f-group" key={name}>
          <header>
            <h2>{pageTitle(name)}</h2>
            {details.open ? (
              <button type="button" class="f-small" onClick={() => setEditing(name)}>
                {t('details.change.part')} <span class="k-unseen">{pageTitle(name)}</span>
              </button>
            ) : null}
          </header>
          <SaidList said={said[name]} />
          {name === 'after' && details.open && !paused && !details.data.under18 ? (
            <button
              type="button"
              class="f-small"
              onClick={() => void acts.save({ ...answers, introductionsPerMonth: 0 }, answers)}
            >
              {t('details.pause')}
            </button>
          ) : null}
        </section>
      ))}
    </>
  );
}

/** The card of last time, taken over with one press; what is written already stays. */
function EarlierCard({ details, answers, acts }: Props) {
  const { earlierCard } = details;
  if (earlierCard === null) return null;
  const card = filledFrom(answers.card, earlierCard);
  if (JSON.stringify(card) === JSON.stringify(answers.card)) return null;
  return (
    <StatusStrip>
      <p>{t('details.earlier')}</p>
      <button type="button" class="f-small" onClick={() => void acts.save({ ...answers, card }, answers)}>
        {t('details.earlier.take')}
      </button>
    </StatusStrip>
  );
}
