import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanView } from '@lapwing/shared/protocol/api';
import type { LeastServed, Overall } from '@lapwing/shared/rotation/report';
import { decimalText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { say, t } from '../words.ts';
import { madeHow, metAgainLines, overallWhy, reasonText, reportLines } from './report-sentences.ts';

interface Props {
  /** With the report of what is on screen, also of changes that are not kept yet. */
  readonly plan: PlanView;
  readonly byId: ReadonlyMap<AttendeeId, Attendee>;
  readonly onChoose: (person: AttendeeId) => void;
}

/** How good the plan is, in words with the best possible value; never a bare score. */
export function ReportPanel({ plan, byId, onChoose }: Props) {
  const { rows, leastServed, overall, metAgain } = plan.report;
  const broken = rows.filter(({ firm, good }) => firm && !good).length;
  return (
    <aside class="report" aria-labelledby="report-heading">
      <h2 id="report-heading">{t('report.heading')}</h2>
      {overall ? <OverallFigure overall={overall} /> : null}
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
      {metAgain ? (
        <p class="quiet met-again">
          {metAgainLines(metAgain).map((line) => (
            <span key={line.id}>{say(line)} </span>
          ))}
        </p>
      ) : null}
      {leastServed.length > 0 ? <Least served={leastServed} byId={byId} onChoose={onChoose} /> : null}
      <small class="made-how">
        {madeHow(plan).map((line) => (
          <span key={line.id}>{say(line)} </span>
        ))}
      </small>
    </aside>
  );
}

function OverallFigure({ overall }: { overall: Overall }) {
  return (
    <p class="overall">
      <span class="overall-figure k-face">{decimalText(overall.value)}</span>{' '}
      <span>
        <b>{t('report.overall.of')}</b> {say(overallWhy(overall))}
      </span>
    </p>
  );
}

function Least({ served, byId, onChoose }: { served: readonly LeastServed[] } & Omit<Props, 'plan'>) {
  return (
    <section class="least" aria-labelledby="least-heading">
      <h3 id="least-heading">{t('report.least')}</h3>
      <ul>
        {served.map((one) => (
          <li key={one.person}>
            <button type="button" class="text" onClick={() => onChoose(one.person)}>
              <Name of={byId.get(one.person)?.name ?? t('plan.gone')} />
            </button>
            {t('report.least.line', { met: one.met, wanted: one.wanted, fields: one.fields })}
            <Reason of={one} byId={byId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reason({ of, byId }: { of: LeastServed; byId: Props['byId'] }) {
  const why = reasonText(of, of.mentor && byId.get(of.mentor)?.name);
  return why === null ? null : <small>{say(why)}</small>;
}
