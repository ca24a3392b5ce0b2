import type { Met } from '@lapwing/shared/protocol/messages';
import type { PhoneActs } from './own.ts';
import { PersonRow } from './PersonRow.tsx';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

interface PeopleProps {
  title: string;
  people: readonly Met[];
  view: PhoneView;
  acts: PhoneActs;
}

/** Who sits in front of a mentor: first name, course, what they hope to ask, and a quick note. */
export function People({ title, people, view, acts }: PeopleProps) {
  return (
    <section class="block" data-part="notes">
      <h2>{title}</h2>
      {people.length === 0 ? <p class="muted">{t('phone.people.none')}</p> : null}
      <ul class="lines people">
        {people.map((person) => (
          <PersonRow key={person.id} {...{ person, view, acts }}>
            {person.ask === '' ? null : <p class="asks">{t('phone.people.asks', { question: person.ask })}</p>}
          </PersonRow>
        ))}
      </ul>
    </section>
  );
}
