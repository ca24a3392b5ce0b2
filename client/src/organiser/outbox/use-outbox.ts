import type { MailState } from '@lapwing/shared/event/mail';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutboxApi } from './outbox-api.ts';

/** While mail is on its way its numbers move before one's eyes; otherwise a look now and then will do. */
const BUSY_MS = 1_500;
const QUIET_MS = 10_000;

export interface OutboxNow {
  /** Null before the first answer. */
  readonly view: OutboxView | null;
  readonly refusal: RefusalCode | 'no-answer' | null;
  /** Asks at once. */
  readonly look: () => void;
}

const isOnTheWay = ({
  counts,
  trouble,
}: Pick<OutboxView, 'trouble'> & { counts: { queued: number; sending: number } }) =>
  trouble === null && counts.queued + counts.sending > 0;
const isBusy = (view: OutboxView): boolean => isOnTheWay(view) || (view.slack !== null && isOnTheWay(view.slack));

/** The outbox as it is, asked for again and again while the page is open. */
export function useOutbox(api: OutboxApi, state: MailState | null, find: string): OutboxNow {
  const [now, setNow] = useState<Omit<OutboxNow, 'look'>>({ view: null, refusal: null });
  const [turn, setTurn] = useState(0);
  const view = useRef<OutboxView | null>(null);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const answer = document.visibilityState === 'hidden' ? null : await api.view(state, find);
      if (over) return;
      if (answer?.ok) view.current = answer.value;
      if (answer) setNow({ view: view.current, refusal: answer.ok ? null : answer.refusal.code });
      timer = setTimeout(() => void ask(), view.current && isBusy(view.current) ? BUSY_MS : QUIET_MS);
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [api, state, find, turn]);
  return { ...now, look: () => setTurn((last) => last + 1) };
}
