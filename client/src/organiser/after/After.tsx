import type { EventDetail } from '@lapwing/shared/protocol/api';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { sectionHash } from '../place.ts';
import { t } from '../words.ts';
import { eveningFigures } from './evening-figures.ts';
import { Feedback } from './Feedback.tsx';
import { Introductions } from './Introductions.tsx';
import './after.css';

/** Thanks, and what the evening was in figures. Nothing here claims more than the server knows. */
export function After({ store }: SectionProps) {
  const event: EventDetail | null = store.detail.value;
  const moment = store.live.moment.value;
  const people = store.people.value;
  if (!event || !moment || !people) return <p class="note quiet">{t('after.waiting')}</p>;
  const { settings } = event;
  const clock = (at: Parameters<typeof clockText>[0]): string => clockText(at, settings.timeZone);
  const figures = eveningFigures(people, moment);
  return (
    <div class="page after">
      <div class="page-head">
        <h2>{t('after.heading')}</h2>
        <span class="grow" />
        <a class="page-link" href={sectionHash(store.id, 'audit')}>
          <Icon name="clock" /> {t('section.audit')}
        </a>
      </div>
      {figures.finishedAt === null ? (
        <div class="empty">
          <p>{t(figures.rounds === 0 ? 'after.before' : 'after.running')}</p>
          <a class="way-link" href={sectionHash(store.id, 'live')}>
            {t('after.to-live')}
          </a>
        </div>
      ) : (
        <p class="after-thanks">{t('after.thanks')}</p>
      )}
      {figures.rounds === 0 ? null : (
        <dl class="after-figures">
          <Figure
            what={t('after.students')}
            value={t('after.of', { here: figures.studentsHere, all: figures.students })}
          />
          <Figure
            what={t('after.mentors')}
            value={t('after.of', { here: figures.mentorsHere, all: figures.mentors })}
          />
          <Figure
            what={t('after.rounds')}
            value={t('after.of', { here: figures.rounds, all: moment.timings.rounds })}
          />
          {figures.beganAt === null ? null : <Figure what={t('after.began')} value={clock(figures.beganAt)} />}
          {figures.finishedAt === null ? null : <Figure what={t('after.finished')} value={clock(figures.finishedAt)} />}
        </dl>
      )}
      {figures.rounds === 0 ? null : <Introductions store={store} timeZone={settings.timeZone} />}
      {figures.rounds === 0 ? null : <Feedback store={store} timeZone={settings.timeZone} />}
    </div>
  );
}

function Figure({ what, value }: { what: string; value: string }) {
  return (
    <div class="card">
      <dt>{what}</dt>
      <dd>{value}</dd>
    </div>
  );
}
