import type { PersonalCard, RoomFrame } from '@lapwing/shared/protocol/messages';
import type { WasItYou } from '@lapwing/shared/protocol/registration-api';
import { type ApiAnswer, mayPass, request } from '../kit/api.ts';
import { openLink } from '../kit/open-link.ts';

/** What the server sends to a phone that opens: POST …/session and GET …/opening. */
export interface PhoneOpening {
  readonly card: PersonalCard;
  readonly room: RoomFrame;
}

const ASK_AGAIN_MS = 3_000;

/**
 * By the secret in the address, or by the cookie of an earlier time: asks until the server says yes, or no, or asks itself.
 * @param path of the person's own addresses, e.g. "/me/k3v9"
 */
export const askOpening = async (path: string): Promise<ApiAnswer<PhoneOpening | WasItYou>> =>
  (await openLink<PhoneOpening | WasItYou>(`${path}/session`)) ?? (await askAgain(path));

async function askAgain(path: string): Promise<ApiAnswer<PhoneOpening>> {
  for (;;) {
    const answer = await request<PhoneOpening>('GET', `${path}/opening`);
    if (answer.ok || !mayPass(answer.refusal.code)) return answer;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/** Whether the answer says that this page is not this device's any more: only then is what it keeps let go. */
export const isOver = (answer: ApiAnswer<unknown>): boolean =>
  !answer.ok && (answer.refusal.code === 'not-found' || answer.refusal.code === 'link-invalid');
