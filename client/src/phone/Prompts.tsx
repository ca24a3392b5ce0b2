import { type Prompt, promptsFor } from '@lapwing/shared/careers/prompts';
import { firstName } from '@lapwing/shared/event/roster';
import type { Met } from '@lapwing/shared/protocol/messages';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { namesOf } from './phone-view.ts';
import { t } from './words.ts';

/** Words of the questions that fit a field: the page is there before they are, with questions for anybody. */
const fitting = signal<typeof import('../prompts/words.ts') | null>(null);

async function fetchFitting(): Promise<void> {
  if (fitting.value) return;
  // without a network the questions for anybody are enough
  fitting.value = await import('../prompts/words.ts').catch(() => null);
}

const wordsOf = (prompt: Prompt): string =>
  prompt.tag === null ? t(`phone.ask.${prompt.number}`) : (fitting.value?.fittingWords(prompt) ?? '');

/** They told nothing about themselves that a student could begin with. */
const hasNoCard = ({ line, ask }: Met): boolean => line === '' && ask === '';

/** Three questions to ask at this table. */
export function Prompts({ person, round, mentors }: { person: string; round: number; mentors: readonly Met[] }) {
  const [page, setPage] = useState(0);
  /** Only who swaps them hears the new ones: those of another round come of themselves, with more to say. */
  const [swapping, setSwapping] = useState(false);
  const name = namesOf(mentors.map((mentor) => ({ ...mentor, name: firstName(mentor.name) })));
  const known = mentors.flatMap(({ tags = [] }) => tags);
  useEffect(() => {
    if (known.length > 0) void fetchFitting();
  }, [known.length, page]);
  const shown = promptsFor(person, round, fitting.value ? known : [], page);
  return (
    <section class="block">
      <h2>{mentors.length === 0 ? t('phone.ask.each') : t('phone.ask', { name })}</h2>
      {mentors.filter(hasNoCard).map((mentor) => (
        <p class="muted" key={mentor.id}>
          {t('phone.ask.no-card', { name: firstName(mentor.name) })}
        </p>
      ))}
      <ul class="lines" aria-live={swapping ? 'polite' : 'off'}>
        {shown.map((prompt) => (
          <li key={`${prompt.tag} ${prompt.number}`}>{wordsOf(prompt)}</li>
        ))}
      </ul>
      <button
        type="button"
        class="quiet-button"
        onFocus={() => setSwapping(true)}
        onBlur={() => setSwapping(false)}
        onClick={() => setPage(page + 1)}
      >
        <Icon name="swap" />
        {t('phone.ask.other')}
      </button>
    </section>
  );
}
