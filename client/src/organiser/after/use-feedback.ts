import type { FeedbackView } from '@lapwing/shared/protocol/feedback-api';
import { useState } from 'preact/hooks';
import type { EventApi } from '../console-api.ts';
import { useAskedAgain } from '../use-asked-again.ts';

const AGAIN_AFTER_MS = 20_000;

/** The answers after the evening as sums, asked for now and then while the page is looked at; null before the first. */
export function useFeedback(api: EventApi): FeedbackView | null {
  const [view, setView] = useState<FeedbackView | null>(null);
  const ask = async (isOver: () => boolean): Promise<void> => {
    const answer = await api.feedback();
    if (answer.ok && !isOver()) setView(answer.value);
  };
  useAskedAgain(ask, AGAIN_AFTER_MS, api);
  return view;
}
