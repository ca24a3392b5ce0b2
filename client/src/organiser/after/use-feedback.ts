import type { FeedbackView } from '@lapwing/shared/protocol/feedback-api';
import { useEffect, useState } from 'preact/hooks';
import type { EventApi } from '../console-api.ts';

const AGAIN_AFTER_MS = 20_000;

/** The answers after the evening as sums, asked for now and then while the page is looked at; null before the first. */
export function useFeedback(api: EventApi): FeedbackView | null {
  const [view, setView] = useState<FeedbackView | null>(null);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const answer = document.visibilityState === 'hidden' ? null : await api.feedback();
      if (over) return;
      if (answer?.ok) setView(answer.value);
      timer = setTimeout(() => void ask(), AGAIN_AFTER_MS);
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [api]);
  return view;
}
