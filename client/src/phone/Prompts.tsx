import { firstName } from '@lapwing/shared/event/roster';
import type { Met } from '@lapwing/shared/protocol/messages';
import { useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { namesOf } from './phone-view.ts';
import { promptsFor } from './prompts.ts';
import { t } from './words.ts';

/** Three questions to ask at this table. */
export function Prompts({ person, round, mentors }: { person: string; round: number; mentors: readonly Met[] }) {
  const [page, setPage] = useState(0);
  const name = namesOf(mentors.map((mentor) => ({ ...mentor, name: firstName(mentor.name) })));
  return (
    <section class="block">
      <h2>{mentors.length === 0 ? t('phone.ask.each') : t('phone.ask', { name })}</h2>
      <ul class="lines" aria-live="polite">
        {promptsFor(person, round, page).map((number) => (
          <li key={number}>{t(`phone.ask.${number}`)}</li>
        ))}
      </ul>
      <button type="button" class="quiet-button" onClick={() => setPage(page + 1)}>
        <Icon name="swap" />
        {t('phone.ask.other')}
      </button>
    </section>
  );
}
