import type { Problem } from '@lapwing/shared/registration/problems';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { fieldId, problemWords } from './problem-words.ts';
import { t } from './words.ts';

/** Everything that is wrong with a form, on top of it and in focus, each with a way to its field. */
export function ErrorSummary({ problems, tried }: { problems: readonly Problem[]; tried: number }) {
  const box = useRef<HTMLDivElement>(null);
  // each time somebody tries to send, the summary speaks anew
  useEffect(() => box.current?.focus(), [tried]);
  if (problems.length === 0) return null;
  return (
    <div class="f-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon name="warn" />
        {t('problem.summary')}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            <a href={`#${fieldId(problem.field)}`} onClick={(event) => goTo(event, problem.field)}>
              {problemWords(problem)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The address stays as it is: what follows "#" means something else here. */
function goTo(event: Event, field: string): void {
  event.preventDefault();
  const control = document.getElementById(fieldId(field));
  control?.closest('details')?.setAttribute('open', '');
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}
