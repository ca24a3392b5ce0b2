import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';

/** An answer of our server, or `no-answer` when none came that we understand. `room`: the newest state, if it sent one. */
export type ApiAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal | NoAnswer; readonly room?: RoomFrame };
export interface NoAnswer {
  readonly code: 'no-answer';
  readonly details?: undefined;
}

const PASSES: ReadonlySet<string> = new Set(['no-answer', 'storage-failed', 'server-fault', 'too-many-requests']);

/** Whether a refusal says nothing about who asks, only that the server cannot answer now: asking again may help. */
export const mayPass = (code: string): boolean => PASSES.has(code);

const TIME_OUT_MS = 10_000;

/**
 * Asks the server, with this page's cookies. Never throws: a dead network is `no-answer` like a proxy's own error page.
 * @param body sent as JSON, or as a form when it is one
 * @param timeOutMs for what is known to take longer than a page should wait otherwise
 * @returns the parsed answer; undefined as value for 204
 */
export async function request<Value>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  timeOutMs = TIME_OUT_MS,
): Promise<ApiAnswer<Value>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeOutMs);
  try {
    const response = await fetch(path, { ...payload(body), method, credentials: 'same-origin', signal: stop.signal });
    if (response.status === 204) return { ok: true, value: undefined as Value };
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as Value } : refusedWith(answer);
  } catch {
    return noAnswer();
  } finally {
    clearTimeout(timer);
  }
}

function payload(body: unknown): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function refusedWith(answer: unknown): ApiAnswer<never> {
  const { error, room } = (answer ?? {}) as { error?: Refusal; room?: RoomFrame };
  if (typeof error?.code !== 'string') return noAnswer();
  return room === undefined ? { ok: false, refusal: error } : { ok: false, refusal: error, room };
}

const noAnswer = (): ApiAnswer<never> => ({ ok: false, refusal: { code: 'no-answer' } });
