import type { StaffRole } from '@lapwing/shared/event/staff';
import type { EventId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { signal } from '@preact/signals';
import { staffApi } from './staff/staff-api.ts';

/** Whether somebody is signed in on this browser, and how they are called in the log. */
export type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out'; readonly refusal: RefusalCode | 'no-answer' | null }
  /** An address that invites somebody: they say who they are first. `email` is '' where it is theirs to say. */
  | { readonly kind: 'joining'; readonly secret: string; readonly name: string; readonly email: string }
  /** Without an account, at the door of one event. */
  | { readonly kind: 'helping'; readonly firstName: string; readonly eventId: EventId }
  | { readonly kind: 'in'; readonly firstName: string; readonly role: StaffRole };

export const session = signal<Session>({ kind: 'asking' });

/** Asks the server who is signed in. A missing session is no error, silence is. */
export async function askWho(): Promise<void> {
  const answer = await staffApi.door();
  if (!answer.ok) session.value = { kind: 'out', refusal: answer.refusal.code };
  else {
    const { me, helper } = answer.value;
    if (me) session.value = { kind: 'in', ...me };
    else session.value = helper ? { kind: 'helping', ...helper } : { kind: 'out', refusal: null };
  }
}

/** Joins for tonight with the code that was read out. @returns why not; null when all is well */
export async function joinAsHelper(code: string, firstName: string): Promise<RefusalCode | 'no-answer' | null> {
  const answer = await staffApi.joinAsHelper(code, firstName);
  if (!answer.ok) return answer.refusal.code;
  session.value = { kind: 'helping', ...answer.value };
  return null;
}

/** A helper goes. */
export async function leaveDoor(): Promise<void> {
  await staffApi.leaveDoor();
  session.value = { kind: 'out', refusal: null };
}

const MAILED = 'mailed-';

/** Exchanges the secret of an address for a session: of a pairing, of a mailed link, or of an invitation. */
export async function openAddress(secret: string): Promise<void> {
  const answer = secret.startsWith(MAILED)
    ? await staffApi.openMailed(secret.slice(MAILED.length))
    : await staffApi.openAddress(secret);
  if (!answer.ok) session.value = { kind: 'out', refusal: answer.refusal.code };
  else if (answer.value) session.value = { kind: 'joining', secret, ...answer.value.join };
  else await askWho();
}

/** The server does not know this browser any more: back to the door. */
export function lostSession(): void {
  session.value = { kind: 'out', refusal: 'not-signed-in' };
}

/** Signs this browser out, here and at the server. */
export async function signOut(): Promise<void> {
  await staffApi.signOut();
  session.value = { kind: 'out', refusal: null };
}
