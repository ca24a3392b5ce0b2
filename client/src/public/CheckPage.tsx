import type { MentorAnswers } from '@lapwing/shared/registration/answers';
import { MENTOR_PAGES, type MentorPageName, pageTitle } from '../forms/mentor-pages.ts';
import type { DataPromise } from '../forms/promise.ts';
import { SaidList } from '../forms/SaidList.tsx';
import { mentorSaid } from '../forms/said.ts';
import { t } from './words.ts';

interface CheckPageProps {
  readonly answers: MentorAnswers;
  readonly promise: DataPromise;
  readonly goTo: (page: MentorPageName) => void;
}

/** Everything once more before it counts, each part with a way back to it. */
export function CheckPage({ answers, promise, goTo }: CheckPageProps) {
  const said = mentorSaid(answers, promise, 'checking');
  return (
    <>
      {MENTOR_PAGES.map(({ name }) => (
        <section class="f-group" key={name}>
          <header>
            <h2>{pageTitle(name)}</h2>
            <button type="button" class="f-small" onClick={() => goTo(name)}>
              {t('mentor.change')} <span class="k-unseen">{pageTitle(name)}</span>
            </button>
          </header>
          <SaidList said={said[name]} />
        </section>
      ))}
    </>
  );
}
