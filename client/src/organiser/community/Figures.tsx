import type { EventSummary } from '@lapwing/shared/protocol/api';
import type { Funnel } from '@lapwing/shared/protocol/community-api';
import { useEffect, useId, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { consoleApi } from '../console-api.ts';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import { communityApi, funnelFile } from './community-api.ts';
import { dayText } from './day-text.ts';

const STEPS = ['came', 'picked', 'introduced', 'met', 'inTouch'] as const satisfies readonly (keyof Funnel)[];

/** What came of it all, or of one evening, for a sponsor: each step as a bar of the first, and as a file (C19). */
export function Figures() {
  const id = useId();
  const [events, setEvents] = useState<readonly EventSummary[]>([]);
  const [event, setEvent] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [funnel, setFunnel] = useState<Funnel | null>(null);
  useEffect(() => {
    void consoleApi.events().then((answer) => {
      if (answer.ok) setEvents(answer.value);
    });
  }, []);
  useEffect(() => {
    let stale = false;
    void communityApi.funnel({ from, until, event }).then((answer) => {
      if (!stale && answer.ok) setFunnel(answer.value);
    });
    return () => {
      stale = true;
    };
  }, [from, until, event]);
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title">{t('community.figures')}</h2>
      <div class="team-fields">
        <div class="field">
          <label for={id}>{t('community.figures.event')}</label>
          <select id={id} value={event} onChange={({ currentTarget }) => setEvent(currentTarget.value)}>
            <option value="">{t('community.figures.all')}</option>
            {events.map(({ id: one, name, startsAt }) => (
              <option key={one} value={one}>
                {`${name}, ${dayText(startsAt)}`}
              </option>
            ))}
          </select>
        </div>
        {event === '' ? (
          <>
            <Field label={t('community.from')} type="date" value={from} onText={setFrom} />
            <Field label={t('community.until')} type="date" value={until} onText={setUntil} />
          </>
        ) : null}
        <a class="page-link" href={funnelFile({ from, until, event })} download>
          <Icon name="download" /> {t('community.figures.save')}
        </a>
      </div>
      {funnel ? <FunnelPicture funnel={funnel} /> : null}
      <p class="quiet">{t('community.figures.rule')}</p>
    </section>
  );
}

export function FunnelPicture({ funnel }: { funnel: Funnel }) {
  const most = Math.max(1, funnel.came);
  return (
    <dl class="funnel">
      {STEPS.map((step) => {
        const count = funnel[step];
        return (
          <div key={step}>
            <dt>{t(`community.step.${step}`)}</dt>
            <dd>
              <span class="funnel-count">{count ?? t('community.few')}</span>
              <svg class="funnel-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={count === null ? 1 : (100 * count) / most} height="10" rx="1" />
              </svg>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
