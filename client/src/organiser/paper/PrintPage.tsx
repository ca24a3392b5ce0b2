import { SHEETS, type Sheet, staleSheets } from '@lapwing/shared/paper/sheets';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import type { EventStore } from '../event-store.ts';
import { printHash, sectionHash } from '../place.ts';
import { session } from '../session.ts';
import { Note } from '../shell/Note.tsx';
import { listText, t } from '../words.ts';
import { PeopleListPages } from './PeopleListPages.tsx';
import { type PaperNow, sheetsOf, usePaper } from './paper-of.ts';
import { type JustPrinted, usePrinting } from './printing.ts';
import { RunSheetPage } from './RunSheetPage.tsx';
import { TableListPages } from './TableListPages.tsx';
import { tellPaper } from './tell-paper.ts';
import './paper.css';
import './sheets.css';

/** The paper that saves the evening: what is on this page is what is printed. */
export function PrintPage({ store, part }: SectionProps) {
  const paper = usePaper(store);
  const published = store.live.moment.value?.planVersion ?? 0;
  if (published === 0)
    return (
      <div class="page print">
        <h2>{t('print.heading')}</h2>
        <div class="empty">
          <p>{t('print.no-plan')}</p>
          <a href={sectionHash(store.id, 'plan')}>{t('print.to-plan')}</a>
        </div>
      </div>
    );
  if (!paper) return <p class="note quiet">{t('print.waiting')}</p>;
  return <PrintRoom store={store} paper={paper} sheets={sheetsOf(part)} />;
}

interface RoomProps {
  readonly store: EventStore;
  readonly paper: PaperNow;
  readonly sheets: readonly Sheet[];
}

function PrintRoom({ store, paper, sheets }: RoomProps) {
  const who = session.value;
  const by = who.kind === 'in' ? who.firstName : '';
  const isOver = paper.moment.phase.kind === 'finished';
  const printing = usePrinting(store, isOver ? [] : sheets, paper.planVersion, by);
  return (
    <div class="page print">
      <div class="print-bar">
        <div class="page-head">
          <h2>{t('print.heading')}</h2>
          <p class="quiet">{t('print.hint')}</p>
        </div>
        <Choice store={store} paper={paper} sheets={sheets} />
        {isOver ? (
          <Note tone="plain">{t('print.over')}</Note>
        ) : (
          <div class="button-row">
            <button type="button" class="primary" onClick={() => window.print()}>
              <Icon name="print" /> {sheets.length > 1 ? t('print.all') : t('print.one', { sheet: named(sheets) })}
            </button>
          </div>
        )}
        <NotUsed store={store} by={by} />
        {printing.last ? <Printed {...printing} last={printing.last} /> : null}
      </div>
      {isOver ? null : (
        <div class="paper-pages">
          {sheets.includes('tables') ? <TableListPages paper={paper} /> : null}
          {sheets.includes('people') ? <PeopleListPages paper={paper} /> : null}
          {sheets.includes('run') ? <RunSheetPage paper={paper} /> : null}
        </div>
      )}
    </div>
  );
}

const named = (sheets: readonly Sheet[]): string => listText(sheets.map((sheet) => t(`print.named.${sheet}`)));

/** All sheets or one, each with what lies in the room of it. */
function Choice({ store, paper, sheets }: RoomProps) {
  const stale = staleSheets(store.paper.value, paper.planVersion);
  const isCurrent = (part: Sheet | null): 'page' | undefined =>
    (part === null ? sheets.length > 1 : sheets.length === 1 && sheets[0] === part) ? 'page' : undefined;
  return (
    <nav class="print-choice" aria-label={t('print.choice')}>
      <a href={printHash(store.id, null)} aria-current={isCurrent(null)}>
        <b>{t('print.sheet.all')}</b>
        <span>{t('print.plan', { version: paper.planVersion })}</span>
      </a>
      {SHEETS.map((sheet) => {
        const printed = store.paper.value.sheets.find((one) => one.sheet === sheet);
        const old = stale.some((one) => one.sheet === sheet);
        return (
          <a key={sheet} href={printHash(store.id, sheet)} aria-current={isCurrent(sheet)}>
            <b>{t(`print.sheet.${sheet}`)}</b>
            <span class={old ? 'old' : ''}>
              {printed ? <Icon name={old ? 'warn' : 'check'} size="1.1em" /> : null}{' '}
              {printed
                ? t('print.state', {
                    version: printed.planVersion,
                    at: clockText(printed.at, paper.settings.timeZone),
                    by: printed.by,
                  })
                : t('print.state.none')}
            </span>
          </a>
        );
      })}
    </nav>
  );
}

/** Somebody said that nobody looks at paper; it can be taken back. */
function NotUsed({ store, by }: { store: EventStore; by: string }) {
  if (store.paper.value.inUse) return null;
  return (
    <Note tone="plain">
      {t('print.unused')}{' '}
      <button type="button" onClick={() => void tellPaper(store, { sheets: [], inUse: true }, by)}>
        {t('print.use')}
      </button>
    </Note>
  );
}

interface PrintedProps {
  readonly last: JustPrinted;
  readonly takeBack: () => void;
}

function Printed({ last, takeBack }: PrintedProps) {
  const version = last.change.sheets[0]?.planVersion ?? 0;
  return (
    <div role="status">
      {last.told === 'no' ? (
        <Note tone="warn">{t('print.untold')}</Note>
      ) : (
        <Note tone="ok">
          {t('print.done', { version, sheets: named(last.sheets) })}{' '}
          <button type="button" onClick={takeBack}>
            {t('print.take-back')}
          </button>
        </Note>
      )}
    </div>
  );
}
