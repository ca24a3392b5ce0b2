import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { signal } from '@preact/signals';
import { consoleApi } from './console-api.ts';

/** Whether somebody is signed in on this browser, and how they are called in the log. */
export type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out'; readonly refusal: RefusalCode | 'no-answer' | null }
  | { readonly kind: 'in'; readonly firstName: string };

export const session = signal<Session>({ kind: 'asking' });

/** Asks the server who is signed in. A missing session is no error, silence is. */
export async function askWho(): Promise<void> {
  const answer = await consoleApi.me();
  if (answer.ok) session.value = { kind: 'in', firstName: answer.value.firstName };
  else session.value = { kind: 'out', refusal: answer.refusal.code === 'not-signed-in' ? null : answer.refusal.code };
}

/** Exchanges the secret of the printed address for a session. */
export async function signIn(secret: string): Promise<void> {
  const answer = await consoleApi.signIn(secret);
  if (answer.ok) return askWho();
  session.value = { kind: 'out', refusal: answer.refusal.code };
}

/** The server does not know this browser any more: back to the door. */
export function lostSession(): void {
  session.value = { kind: 'out', refusal: 'not-signed-in' };
}

/** Signs this browser out, here and at the server. */
export async function signOut(): Promise<void> {
  await consoleApi.signOut();
  session.value = { kind: 'out', refusal: null };
}

/** Returns the reason when the name could not be kept. */
export async function sayFirstName(firstName: string): Promise<RefusalCode | 'no-answer' | null> {
  const answer = await consoleApi.setFirstName(firstName);
  if (!answer.ok) return answer.refusal.code;
  session.value = { kind: 'in', firstName: answer.value.firstName };
  return null;
}
