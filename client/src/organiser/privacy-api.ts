import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ErasedPerson, PrivacyChange, PrivacyView } from '@lapwing/shared/protocol/privacy-api';
import { type ApiAnswer, request } from '../kit/api.ts';
import { freshly } from './staff/freshly.ts';

type Answer<T> = Promise<ApiAnswer<T>>;

/** The calls about how long people's data stays, and who is erased. @param base address of the event */
export const privacyApi = (base: string) => ({
  privacy: (): Answer<PrivacyView> => request('GET', `${base}/privacy`),
  changePrivacy: (change: PrivacyChange): Answer<PrivacyView> => request('PUT', `${base}/privacy`, change),
  erasePerson: (who: AttendeeId): Answer<void> =>
    freshly(() => request('DELETE', `${base}/people/${encodeURIComponent(who)}`)),
  erasures: (): Answer<ErasedPerson[]> => request('GET', `${base}/erasures`),
});
