// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askOpening, isOver } from '../../../client/src/phone/ask-opening.ts';

const ME = '/me/k3v9xq';
const opening = { card: { t: 'card' }, room: { t: 'room' } };
const refused = (code: string, status: number) => () => Response.json({ error: { code } }, { status });
const TROUBLE = { 'storage-failed': 503, 'server-fault': 500, 'too-many-requests': 429 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  location.hash = '';
});

/** Answers one after the other. @returns what was asked */
function server(...answers: (() => Response)[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    const next = answers.shift();
    return next ? Promise.resolve(next()) : Promise.reject(new TypeError('failed'));
  });
  return asked;
}

describe('a phone that opens its page', () => {
  for (const by of ['cookie', 'link'] as const)
    for (const [code, status] of Object.entries(TROUBLE))
      it(`asks again where the server is in trouble (${code}), by its ${by}`, async () => {
        location.hash = by === 'link' ? '#secret' : '';
        const asked = server(refused(code, status), refused(code, status), () => Response.json(opening));
        const answer = askOpening(ME);
        await vi.advanceTimersByTimeAsync(10_000);
        expect(await answer).toEqual({ ok: true, value: opening });
        expect(asked).toEqual(Array(3).fill(by === 'link' ? `POST ${ME}/session` : `GET ${ME}/opening`));
      });

  it('takes a no for an answer, and lets go of what it keeps for those alone that speak of its link', async () => {
    for (const [code, status, over] of [
      ['not-found', 404, true],
      ['link-invalid', 404, true],
      ['bad-request', 400, false],
      ['not-allowed', 403, false],
    ] as const) {
      server(refused(code, status));
      const answer = await askOpening(ME);
      expect([answer.ok, isOver(answer)]).toEqual([false, over]);
    }
  });
});
