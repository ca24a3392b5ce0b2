import { instant } from '@lapwing/shared/kernel/time';
import type { Paper, Sheet } from '@lapwing/shared/paper/sheets';
import type { PaperChange } from '@lapwing/shared/protocol/api';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
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
  /** The dialog was cancelled, or the printer was out of ink. */
  takeBack(): void;
}

/**
 * Remembers what is printed, however the dialog was opened: by the button, or by the browser's own menu or key. Nobody
 * can see from a page whether the dialog was cancelled, so it can be taken back.
 */
export function usePrinting(store: EventStore, sheets: readonly Sheet[], planVersion: number, by: string): Printing {
  const [last, setLast] = useState<JustPrinted | null>(null);
  const tell = async (print: JustPrinted): Promise<void> => {
    setLast(print);
    const told = await tellPaper(store, print.change, by);
    // taken back meanwhile, or printed again: then this is no news
    setLast((now) => (now?.change === print.change ? { ...print, told: told ? 'yes' : 'no' } : now));
  };
  const print = (): void => {
    const now = store.live.now.peek();
    if (sheets.length === 0 || now === null) return;
    const at = instant(Math.floor(now));
    const change = { sheets: sheets.map((sheet) => ({ sheet, planVersion, at })), inUse: true };
    void tell({ sheets, before: store.paper.peek(), change, told: 'telling' });
  };
  const latest = useRef(print);
  latest.current = print;
  useEffect(() => {
    const onPrint = (): void => latest.current();
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, []);
  useEffect(() => {
    if (last?.told !== 'no') return;
    const timer = setTimeout(() => void tell(last), TELL_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [last]);
  return {
    last,
    takeBack() {
      if (!last) return;
      setLast(null);
      void tellPaper(store, backTo(last.before, last.sheets), by);
    },
  };
}
