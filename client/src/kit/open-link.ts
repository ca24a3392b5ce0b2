import { type ApiAnswer, mayPass, request } from './api.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/**
 * Trades the secret of a link (what follows "#") for a cookie, and takes it out of the address bar. A dead network and
 * a server in trouble are asked again for as long as it takes; a refusal is an answer. Where the answer is a question
 * (`WasItYou`), the secret stays until that is answered.
 * @param path where the secret goes, e.g. "/display/d1/session"
 * @returns the answer, or null when the link carries no secret
 */
export async function openLink<Value>(path: string): Promise<ApiAnswer<Value> | null> {
  const secret = location.hash.slice(1);
  if (secret === '') return null;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    const answer = await request<Value>('POST', path, { secret });
    if (answer.ok || !mayPass(answer.refusal.code)) {
      if (answer.ok && !isQuestion(answer.value)) history.replaceState(null, '', location.pathname);
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

const isQuestion = (value: unknown): boolean => typeof value === 'object' && value !== null && 'asks' in value;
