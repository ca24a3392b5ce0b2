import type { EventDetail } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { say, t } from '../words.ts';
import { checklist } from './checklist.ts';

/** What is missing before the night, each line with the way there. */
export function ChecklistCard({ store, event }: { store: EventStore; event: EventDetail }) {
  const people = store.people.value;
  const plan = store.plan.value;
  const now = store.live.now.value;
  if (people === null || plan === undefined || now === null) return null;
  const items = checklist(event, people, plan, now, store.invitation.value);
  const missing = items.filter(({ done }) => !done).length;
  return (
    <section class="card" aria-labelledby="checklist-heading">
      <h3 id="checklist-heading">{missing === 0 ? t('check.ready') : t('check.missing', { missing })}</h3>
      <ul class="checklist">
        {items.map(({ done, line, section }) => (
          <li key={line.id} class={done ? 'done' : 'todo'}>
            <Icon name={done ? 'check' : 'warn'} />
            <span>
              <span class="k-unseen">{t(done ? 'check.done' : 'check.todo')} </span>
              {say(line)}
            </span>
            {done ? null : (
              <a class="way-link" href={sectionHash(store.id, section)}>
                {t('check.go', { section: t(`section.${section}`) })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
