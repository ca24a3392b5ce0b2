import type { Met } from '@lapwing/shared/protocol/messages';
import { t } from './words.ts';

/** Who sits in front of a mentor: first name, course, what they hope to ask. */
export function People({ title, people }: { title: string; people: readonly Met[] }) {
  return (
    <section class="block">
      <h2>{title}</h2>
      {people.length === 0 ? <p class="muted">{t('phone.people.none')}</p> : null}
      <ul class="lines">
        {people.map((one, index) => (
          // two students may have the same first name and course
          <li key={index}>
            <p>
              <b translate={false}>{one.name}</b> {one.line ? <span class="muted">{one.line}</span> : null}
            </p>
            {one.ask ? <p class="asks">{t('phone.people.asks', { question: one.ask })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
