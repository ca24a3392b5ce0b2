import type { PaperSize } from '@lapwing/shared/paper/formats';
import type { Sheet } from '@lapwing/shared/paper/sheets';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { Note } from '../shell/Note.tsx';
import { listText, t } from '../words.ts';
import type { PaperNow } from './paper-of.ts';
import type { Pieces, Which } from './pieces.ts';
import type { PrintJob } from './print-job.ts';
import type { PrintOptions } from './print-options.ts';
import type { JustPrinted, usePrinting } from './printing.ts';
import { SheetChoice } from './SheetChoice.tsx';
import { tellPaper } from './tell-paper.ts';

export interface BarProps {
  readonly store: EventStore;
  readonly paper: PaperNow;
  /** Those that are chosen. */
  readonly sheets: readonly Sheet[];
  /** All that could be. */
  readonly jobs: readonly PrintJob[];
  readonly pieces: Pieces;
  readonly which: Readonly<Record<'cards' | 'badges', Which>>;
  readonly options: PrintOptions;
  readonly onOptions: (part: Partial<PrintOptions>) => void;
  readonly onWhich: (part: Partial<Record<'cards' | 'badges', Which>>) => void;
}

interface Props extends BarProps {
  readonly printing: ReturnType<typeof usePrinting>;
  readonly by: string;
}

/** What to print, on which paper, and how many pages that is. */
export function PrintBar({ printing, by, ...bar }: Props) {
  const { store, sheets, jobs, options, onOptions } = bar;
  const chosen = jobs.filter(({ sheet }) => sheets.includes(sheet));
  return (
    <div class="print-bar">
      <div class="page-head">
        <h2>{t('print.heading')}</h2>
        <p class="quiet">{t('print.hint')}</p>
      </div>
      <SheetChoice {...bar} />
      <label class="check">
        <input
          type="checkbox"
          checked={options.saveInk}
          onChange={(event) => onOptions({ saveInk: event.currentTarget.checked })}
        />
        <span>
          {t('print.save-ink')} <small class="quiet">{t('print.save-ink.hint')}</small>
        </span>
      </label>
      <PrintButtons jobs={chosen} print={printing.print} />
      <NotUsed store={store} by={by} />
      {printing.last ? <Printed {...printing} last={printing.last} /> : null}
    </div>
  );
}

const SIZES: readonly PaperSize[] = ['a4', 'a5', 'a6'];

/** One button for each paper: a printer holds one kind at a time. */
function PrintButtons({ jobs, print }: { jobs: readonly PrintJob[]; print: (paper: PaperSize) => void }) {
  if (jobs.length === 0) return <p class="quiet">{t('print.choose')}</p>;
  const papers = SIZES.flatMap((paper) => {
    const pages = jobs.filter((job) => job.paper === paper).reduce((sum, job) => sum + job.pages, 0);
    return pages === 0 ? [] : [{ paper, pages }];
  });
  if (papers.length === 0) return <p class="quiet">{t('print.nothing-new')}</p>;
  return (
    <div class="print-go">
      <div class="button-row">
        {papers.map(({ paper, pages }) => (
          <button key={paper} type="button" class="primary" onClick={() => print(paper)}>
            <Icon name="print" /> {t('print.pages', { pages, paper: t(`print.paper.${paper}`) })}
          </button>
        ))}
      </div>
      <p class="quiet">{papers.length > 1 ? `${t('print.several')} ${t('print.dialog')}` : t('print.dialog')}</p>
    </div>
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

function Printed({ last, takeBack }: { readonly last: JustPrinted; readonly takeBack: () => void }) {
  const version = last.change.sheets[0]?.planVersion ?? 0;
  const sheets = listText(last.sheets.map((sheet) => t(`print.named.${sheet}`)));
  return (
    <div role="status">
      {last.told === 'no' ? (
        <Note tone="warn">{t('print.untold')}</Note>
      ) : (
        <Note tone="ok">
          {t('print.done', { version, sheets })}{' '}
          <button type="button" onClick={takeBack}>
            {t('print.take-back')}
          </button>
        </Note>
      )}
    </div>
  );
}
