import { useState } from 'preact/hooks';
import { percentText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';

/** While a plan is searched, also for another console: how far it is in numbers, and Stop. Nothing otherwise. */
export function PlanningStrip({ store }: { store: EventStore }) {
  const planning = store.live.staff.value?.planning ?? null;
  const [asked, setAsked] = useState(false);
  if (planning === null) {
    if (asked) setAsked(false);
    return null;
  }
  const stopping = asked || planning.stopping;
  const stop = (): void => {
    if (stopping) return;
    setAsked(true);
    void store.api.stopPlan().then((answer) => {
      if (!answer.ok) setAsked(false);
    });
  };
  return (
    <section class="planning" aria-label={t('planning.label')}>
      <div class="planning-words">
        <b role="status">{t(stopping ? 'planning.stopping' : 'planning.going', { aim: planning.aim })}</b>
        <span>
          {planning.of === 0 ? t('planning.begin') : t('planning.numbers', { ...planning, gained: planning.gained })}
        </span>
      </div>
      <progress max={100} value={planning.done} aria-label={t('planning.done')} />
      <b class="planning-share" aria-hidden="true">
        {percentText(planning.done)}
      </b>
      <button type="button" aria-disabled={stopping} onClick={stop}>
        <Icon name="stop" /> {t('planning.stop')}
      </button>
    </section>
  );
}
