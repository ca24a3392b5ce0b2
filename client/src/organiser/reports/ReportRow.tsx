import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PrivateReport, ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import { useState } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';

type Pair = readonly [AttendeeId, AttendeeId];

interface Props {
  readonly store: EventStore;
  readonly notice: ReportNotice;
  readonly blocked: readonly Pair[];
  readonly nameOf: (id: AttendeeId) => string;
  readonly onBlock: (pair: Pair) => void;
  readonly onSettle: (settled: boolean) => void;
}

/** One report: closed until somebody who may read it is alone with the screen. */
export function ReportRow({ store, notice, blocked, nameOf, onBlock, onSettle }: Props) {
  const [report, setReport] = useState<PrivateReport | null>(null);
  const [silent, setSilent] = useState(false);
  const open = async (): Promise<void> => {
    const answer = await store.api.readReport(notice.id);
    setSilent(!answer.ok);
    if (answer.ok) setReport(answer.value);
  };
  const zone = store.detail.value?.settings.timeZone ?? 'UTC';
  const isSettled = notice.settledAt !== null;
  return (
    <li class="card report" data-settled={isSettled}>
      <div class="report-head">
        <h3>{t('report.title')}</h3>
        <span class="quiet">
          {t('report.at', { date: dateText(notice.at, zone), time: clockText(notice.at, zone) })}
          {isSettled ? ` – ${t('report.settled')}` : ''}
        </span>
        <button type="button" aria-expanded={report !== null} onClick={() => (report ? setReport(null) : void open())}>
          {t(report ? 'report.close' : 'report.open')}
        </button>
        <button type="button" onClick={() => onSettle(!isSettled)}>
          <Icon name={isSettled ? 'undo' : 'check'} /> {t(isSettled ? 'report.unsettle' : 'report.settle')}
        </button>
      </div>
      {silent ? <p role="alert">{t('refusal.no-answer')}</p> : null}
      {report ? <Opened {...{ report, nameOf, blocked, onBlock }} /> : null}
    </li>
  );
}

function Opened({
  report,
  nameOf,
  blocked,
  onBlock,
}: Pick<Props, 'nameOf' | 'blocked' | 'onBlock'> & { report: PrivateReport }) {
  const { from, about, kind, text } = report;
  const names = { from: from === null ? t('report.left') : nameOf(from), about: about === null ? '' : nameOf(about) };
  const pair = from === null || about === null ? null : ([from, about] as const);
  const isBlocked = pair !== null && blocked.some((ids) => pair.every((id) => ids.includes(id)));
  return (
    <div class="report-body">
      <p translate={false}>
        {t(kind === 'apart' ? 'report.apart' : about === null ? 'report.from' : 'report.about', names)}
      </p>
      {text === '' ? null : <blockquote translate={false}>{text}</blockquote>}
      {pair === null ? null : isBlocked ? (
        <p>
          <Icon name="check" /> {t('report.blocked')}
        </p>
      ) : (
        <button type="button" onClick={() => onBlock(pair)}>
          {t('report.block')}
        </button>
      )}
    </div>
  );
}
