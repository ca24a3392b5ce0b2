import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { PaperSize } from '@lapwing/shared/paper/formats';
import { badgeMark, cardsMark } from '@lapwing/shared/paper/marks';
import type { Paper, PrintedBadge, Sheet } from '@lapwing/shared/paper/sheets';
import type { PaperChange } from '@lapwing/shared/protocol/api';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import type { PrintJob } from './print-job.ts';
import { backTo, tellPaper } from './tell-paper.ts';

/** What was printed on this page last. */
export interface JustPrinted {
  readonly sheets: readonly Sheet[];
  readonly before: Paper;
  readonly change: PaperChange;
  /** Whether the server knows. */
  readonly told: 'telling' | 'yes' | 'no';
}

/** So often a server that was silent is told again. */
const TELL_AGAIN_MS = 3_000;

interface Printing {
  readonly last: JustPrinted | null;
  /** Opens the browser's dialog for the pages on this paper alone. */
  print(paper: PaperSize): void;
  /** The dialog was cancelled, or the printer was out of ink. */
  takeBack(): void;
}

/** What lies in the room once these are printed. */
function changeBy(jobs: readonly PrintJob[], before: Paper, planVersion: number, at: Instant): PaperChange {
  const known = before.sheets.find(({ sheet }) => sheet === 'cards')?.mark ?? '';
  const badges = jobs.flatMap(({ badges }) =>
    badges.map((badge): PrintedBadge => ({ attendeeId: badge.id, planVersion, at, mark: badgeMark(badge) })),
  );
  const sheets = jobs.map(({ sheet, cards }) => ({
    ...{ sheet, planVersion, at },
    ...(sheet === 'cards' ? { mark: cardsMark(known, cards) } : {}),
  }));
  return { sheets, ...(badges.length === 0 ? {} : { badges }), inUse: true };
}

/**
 * Remembers what is printed, however the dialog was opened: by the button, or by the browser's own menu or key. Nobody
 * can see from a page whether the dialog was cancelled, so it can be taken back.
 * @param jobs what is on the page
 */
export function usePrinting(store: EventStore, jobs: readonly PrintJob[], planVersion: number, by: string): Printing {
  const [last, setLast] = useState<JustPrinted | null>(null);
  const tell = async (print: JustPrinted): Promise<void> => {
    setLast(print);
    const told = await tellPaper(store, print.change, by);
    // taken back meanwhile, or printed again: then this is no news
    setLast((now) => (now?.change === print.change ? { ...print, told: told ? 'yes' : 'no' } : now));
  };
  const remember = (): void => {
    const now = store.live.now.peek();
    const only = document.documentElement.dataset.printing;
    const printed = jobs.filter(({ paper }) => only === undefined || only === paper);
    if (printed.length === 0 || now === null) return;
    const before = store.paper.peek();
    const change = changeBy(printed, before, planVersion, instant(Math.floor(now)));
    void tell({ sheets: printed.map(({ sheet }) => sheet), before, change, told: 'telling' });
  };
  const latest = useRef(remember);
  latest.current = remember;
  useEffect(() => {
    const onPrint = (): void => latest.current();
    const onPrinted = (): void => void delete document.documentElement.dataset.printing;
    addEventListener('beforeprint', onPrint);
    addEventListener('afterprint', onPrinted);
    return () => {
      removeEventListener('beforeprint', onPrint);
      removeEventListener('afterprint', onPrinted);
      onPrinted();
    };
  }, []);
  useEffect(() => {
    if (last?.told !== 'no') return;
    const timer = setTimeout(() => void tell(last), TELL_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [last]);
  return {
    last,
    print(paper) {
      // the style sheet hides pages on other paper: a printer holds one kind at a time
      document.documentElement.dataset.printing = paper;
      window.print();
    },
    takeBack() {
      if (!last) return;
      setLast(null);
      void tellPaper(store, backTo(last.before, last.change), by);
    },
  };
}
