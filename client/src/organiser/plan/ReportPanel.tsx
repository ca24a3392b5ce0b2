import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import { say, t } from '../words.ts';
import { reportLines } from './report-sentences.ts';

interface Props {
  readonly plan: PlanView;
  readonly byId: ReadonlyMap<AttendeeId, Attendee>;
  readonly onChoose: (person: AttendeeId) => void;
}

/** How good the plan is, in words with the best possible value; never a bare score. */
export function ReportPanel({ plan, byId, onChoose }: Props) {
  const broken = plan.report.rows.filter(({ firm, good }) => firm && !good).length;
  return (
    <aside class="report" aria-labelledby="report-heading">
      <h2 id="report-heading">{t('report.heading')}</h2>
      <p class="report-verdict">{broken === 0 ? t('report.verdict.kept') : t('report.verdict.broken', { broken })}</p>
      <ul>
        {reportLines(plan.report).map(({ aim, good, title, value, why }) => (
          <li key={aim} class={good ? 'report-row' : 'report-row warn'}>
            <Icon name={good ? 'check' : 'warn'} />
            <span class="k-unseen">{t(good ? 'report.good' : 'report.not-good')} </span>
            <b>{say(title)}</b>
            <span class="report-value">{say(value)}</span>
            <small>{say(why)}</small>
          </li>
        ))}
      </ul>
      {plan.report.leastServed.length > 0 ? (
        <section class="least" aria-labelledby="least-heading">
          <h3 id="least-heading">{t('report.least')}</h3>
          <ul>
            {plan.report.leastServed.map(({ person, met, wanted, fields }) => (
              <li key={person}>
                <button type="button" class="text" onClick={() => onChoose(person)}>
                  <span translate={false}>{byId.get(person)?.name ?? t('plan.gone')}</span>
                </button>
                {t('report.least.line', { met, wanted, fields })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </aside>
  );
}
