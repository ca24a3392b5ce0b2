import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { CancelReach, CancelRequest } from '@lapwing/shared/protocol/cancelled-api';
import { type ApiAnswer, request } from '../kit/api.ts';

/** The calls that say whether an evening takes place. @param base address of the event */
export const cancelApi = (base: string) => ({
  cancelReach: (): Promise<ApiAnswer<CancelReach>> => request('GET', `${base}/cancelled`),
  cancelEvent: (wanted: CancelRequest): Promise<ApiAnswer<EventDetail>> => request('PUT', `${base}/cancelled`, wanted),
});
