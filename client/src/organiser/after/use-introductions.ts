import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { EveningIntroductions } from '@lapwing/shared/protocol/introductions-api';
import { useEffect, useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import type { EventApi } from '../console-api.ts';

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
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const answer = document.visibilityState === 'hidden' ? null : await api.introductions();
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
