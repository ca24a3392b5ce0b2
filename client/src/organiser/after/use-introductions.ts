import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { EveningIntroductions } from '@lapwing/shared/protocol/introductions-api';
import { useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import type { EventApi } from '../console-api.ts';
import { useAskedAgain } from '../use-asked-again.ts';

const AGAIN_AFTER_MS = 10_000;

export interface IntroductionsState {
  /** Null before the first answer. */
  readonly view: EveningIntroductions | null;
  readonly refusal: RefusalCode | 'no-answer' | null;
  /** Does something and shows what came of it. @returns whether it was done */
  act(done: Promise<ApiAnswer<EveningIntroductions>>): Promise<boolean>;
}

/** The introductions of an evening, asked for now and then while the page is looked at. */
export function useIntroductions(api: EventApi): IntroductionsState {
  const [view, setView] = useState<EveningIntroductions | null>(null);
  const [refusal, setRefusal] = useState<IntroductionsState['refusal']>(null);
  const ask = async (isOver: () => boolean): Promise<void> => {
    const answer = await api.introductions();
    if (answer.ok && !isOver()) setView(answer.value);
  };
  useAskedAgain(ask, AGAIN_AFTER_MS, api);
  return {
    ...{ view, refusal },
    async act(done) {
      const answer = await done;
      if (answer.ok) setView(answer.value);
      setRefusal(answer.ok ? null : answer.refusal.code);
      return answer.ok;
    },
  };
}
