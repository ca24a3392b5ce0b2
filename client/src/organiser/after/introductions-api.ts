import type { IntroductionId, SuggestionId } from '@lapwing/shared/kernel/ids';
import type {
  DraftChange,
  EveningIntroductions,
  Sending,
  SuggestionsApproved,
} from '@lapwing/shared/protocol/introductions-api';
import { type ApiAnswer, request } from '../../kit/api.ts';

type Answer = Promise<ApiAnswer<EveningIntroductions>>;

/** The calls about the introductions of an evening. @param base address of the event */
export const introductionsApi = (base: string) => ({
  introductions: (): Answer => request('GET', `${base}/introductions`),
  chooseSending: (sending: Sending): Answer => request('PUT', `${base}/introductions`, { sending }),
  changeDraft: (id: IntroductionId, change: DraftChange): Answer =>
    request('PUT', `${base}/introductions/${encodeURIComponent(id)}`, change),
  approveSuggestions: (suggestions: SuggestionsApproved['suggestions']): Answer =>
    request('POST', `${base}/introductions/suggestions`, { suggestions }),
  takeBackSuggestion: (id: SuggestionId): Answer =>
    request('DELETE', `${base}/introductions/suggestions/${encodeURIComponent(id)}`),
  sendIntroductions: (ids: readonly IntroductionId[]): Answer => request('POST', `${base}/introductions/send`, { ids }),
});
