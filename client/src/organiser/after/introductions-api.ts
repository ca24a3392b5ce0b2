import type { IntroductionId } from '@lapwing/shared/kernel/ids';
import type { DraftChange, EveningIntroductions, Sending } from '@lapwing/shared/protocol/introductions-api';
import { type ApiAnswer, request } from '../../kit/api.ts';

type Answer = Promise<ApiAnswer<EveningIntroductions>>;

/** The calls about the introductions of an evening. @param base address of the event */
export const introductionsApi = (base: string) => ({
  introductions: (): Answer => request('GET', `${base}/introductions`),
  chooseSending: (sending: Sending): Answer => request('PUT', `${base}/introductions`, { sending }),
  changeDraft: (id: IntroductionId, change: DraftChange): Answer =>
    request('PUT', `${base}/introductions/${encodeURIComponent(id)}`, change),
  sendIntroductions: (ids: readonly IntroductionId[]): Answer => request('POST', `${base}/introductions/send`, { ids }),
});
