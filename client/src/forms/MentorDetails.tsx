import type { MentorAnswers } from '@lapwing/shared/registration/answers';
import { filledFrom } from '@lapwing/shared/registration/details';
import { mentorProblems, type Problem } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { useKept } from './kept.ts';
import { MentorPage } from './MentorPage.tsx';
import type { DetailsProps } from './MyDetails.tsx';
import { MENTOR_PAGES, type MentorPageName, problemsOn } from './mentor-pages.ts';
import { SaidList } from './SaidList.tsx';
import { SaveButtons } from './StudentDetails.tsx';
import { mentorSaid } from './said.ts';
import { t } from './words.ts';

type Props = DetailsProps & { readonly answers: MentorAnswers };

/** What a mentor said, part by part, each with its page of the form. */
export function MentorDetails(props: Props) {
  const { details, answers, acts } = props;
  const [editing, setEditing] = useState<MentorPageName | null>(null);
  if (editing !== null) return <Editing {...props} page={editing} onDone={() => setEditing(null)} />;
  const said = mentorSaid(answers, details.timeZone);
  const paused = answers.introductionsPerMonth === 0;
  return (
    <>
      {details.open ? <EarlierCard {...props} /> : null}
      {MENTOR_PAGES.map(({ name }) => (
        <section class="f-group" key={name}>
          <header>
            <h2>{t(`page.${name}`)}</h2>
            {details.open ? (
              <button type="button" class="f-small" onClick={() => setEditing(name)}>
                {t('details.change.part')} <span class="k-unseen">{t(`page.${name}`)}</span>
              </button>
            ) : null}
          </header>
          <SaidList said={said[name]} />
          {name === 'after' && details.open && !paused ? (
            <button
              type="button"
              class="f-small"
              onClick={() => void acts.save({ ...answers, introductionsPerMonth: 0 })}
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
      <button type="button" class="f-small" onClick={() => void acts.save({ ...answers, card })}>
        {t('details.earlier.take')}
      </button>
    </StatusStrip>
  );
}

function Editing({ details, answers, path, acts, page, onDone }: Props & { page: MentorPageName; onDone: () => void }) {
  const kept = useKept<MentorAnswers>(`details ${path} ${page}`, answers);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [sending, setSending] = useState(false);
  async function save(submit: Event): Promise<void> {
    submit.preventDefault();
    const found = problemsOn(page, mentorProblems(kept.value, 'change'));
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
      <h2>{t(`page.${page}`)}</h2>
      <ErrorSummary problems={problems} tried={tried} />
      <MentorPage
        page={page}
        answers={kept.value}
        change={kept.change}
        problems={problems}
        kind="change"
        startsAt={details.startsAt}
        timeZone={details.timeZone}
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
