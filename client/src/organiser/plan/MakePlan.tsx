import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { say, t } from '../words.ts';
import { PlanningStrip } from './PlanningStrip.tsx';
import { PlanWishes } from './PlanWishes.tsx';
import type { PlanActions } from './plan-actions.ts';
import { planGap } from './plan-gap.ts';
import { SeatConflicts } from './SeatConflicts.tsx';

/** No plan yet: what will be here, and the one next act. */
export function MakePlan({ store, actions }: { store: EventStore; actions: PlanActions }) {
  const people = (store.people.value ?? []).filter(({ standing }) => standing === 'active');
  const students = people.filter(({ role }) => role === 'student').length;
  const mentors = people.length - students;
  const event = store.detail.value;
  const tables = event?.tables.length ?? 0;
  const gap = event?.settings.whoMoves === 'students' ? planGap(event.tables, people) : null;
  return (
    <div class="page">
      <h2>{t('plan.heading')}</h2>
      <PlanningStrip store={store} />
      <SeatConflicts store={store} basis="expected" />
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
            {gap ? (
              <Note tone="warn">
                {say(gap)} <a href={sectionHash(store.id, 'floor')}>{t('plan.gap.to-floor')}</a>
              </Note>
            ) : null}
            {actions.busy ? (
              <p role="status">{t('plan.making')}</p>
            ) : (
              <PlanWishes store={store} first={{ basis: 'expected' }} onMake={actions.make} />
            )}
          </>
        )}
        <RefusalNote code={actions.refusal} />
      </div>
    </div>
  );
}
