import type { EventStore } from '../event-store.ts';
import { type Section, sectionHash } from '../place.ts';
import { t } from '../words.ts';

type Missing = 'people' | 'mentors' | 'tables' | 'plan' | 'publish';

/** Where the next act is done. */
const WHERE: Readonly<Record<Missing, Section>> = {
  people: 'people',
  mentors: 'people',
  tables: 'floor',
  plan: 'plan',
  publish: 'plan',
};

/** Paper is cut from the plan that people follow: what of it is missing, and the next act. */
export function NoPlanYet({ store }: { store: EventStore }) {
  const missing = missingFor(store);
  return (
    <div class="empty">
      <p>{t('print.no-plan')}</p>
      <p>
        <b>{t(`print.missing.${missing}`)}</b>
      </p>
      <a class="page-link" href={sectionHash(store.id, WHERE[missing])}>
        {t(`print.next.${missing}`)}
      </a>
    </div>
  );
}

function missingFor({ people, detail, plan }: EventStore): Missing {
  const coming = (people.value ?? []).filter(({ standing }) => standing === 'active');
  if (coming.length === 0) return 'people';
  if ((detail.value?.tables.length ?? 0) === 0) return 'tables';
  if (!coming.some(({ role }) => role === 'mentor')) return 'mentors';
  return plan.value ? 'publish' : 'plan';
}
