import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { PlanBasis } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

interface Props {
  readonly store: EventStore;
  readonly busy: boolean;
  readonly refusal: RefusalCode | 'no-answer' | null;
  readonly onMake: (basis: PlanBasis) => void;
}

/** No plan yet: what will be here, and the one next act. */
export function MakePlan({ store, busy, refusal, onMake }: Props) {
  const people = (store.people.value ?? []).filter(({ standing }) => standing === 'active');
  const students = people.filter(({ role }) => role === 'student').length;
  const mentors = people.length - students;
  const tables = store.detail.value?.tables.length ?? 0;
  const here = people.some(({ checkedInAt }) => checkedInAt !== null);
  return (
    <div class="page">
      <h2>{t('plan.heading')}</h2>
      <div class="empty">
        {students === 0 || mentors === 0 ? (
          <p>
            {t('plan.empty.people', { students, mentors })}{' '}
            <a href={sectionHash(store.id, 'people')}>{t('plan.empty.to-people')}</a>
          </p>
        ) : tables === 0 ? (
          <p>
            {t('plan.empty.tables')} <a href={sectionHash(store.id, 'floor')}>{t('plan.empty.to-floor')}</a>
          </p>
        ) : (
          <>
            <p>{t('plan.empty', { students, mentors, tables })}</p>
            <div class="button-row">
              <button type="button" class="primary" aria-busy={busy} onClick={() => onMake('expected')}>
                <Icon name="plan" /> {t('plan.make.expected')}
              </button>
              {here ? (
                <button type="button" aria-busy={busy} onClick={() => onMake('here')}>
                  {t('plan.make.here')}
                </button>
              ) : null}
            </div>
          </>
        )}
        {busy ? <p role="status">{t('plan.making')}</p> : null}
        <RefusalNote code={refusal} />
      </div>
    </div>
  );
}
