import { signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';

/** Who waits until somebody has said once more who they are; null: nobody does. */
export const askedAgain = signal<((proven: boolean) => void) | null>(null);

let asking: Promise<boolean> | null = null;

/** Asks once, however many acts wait for the answer. */
function proveAgain(): Promise<boolean> {
  asking ??= new Promise<boolean>((settle) => {
    askedAgain.value = (proven) => {
      askedAgain.value = null;
      asking = null;
      settle(proven);
    };
  });
  return asking;
}

/**
 * Does what asks for a sign-in that is minutes old. Where the server wants to know once more who this is, that is asked
 * over the page as it stands, and the act is done again after it.
 * @returns the server's last answer: sign-in-again where the question was closed
 */
export async function freshly<Value>(act: () => Promise<ApiAnswer<Value>>): Promise<ApiAnswer<Value>> {
  const answer = await act();
  if (answer.ok || answer.refusal.code !== 'sign-in-again') return answer;
  return (await proveAgain()) ? act() : answer;
}
