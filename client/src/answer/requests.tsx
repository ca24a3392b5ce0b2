import type { Wish } from '@lapwing/shared/introductions/pick';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RequestAnswer, RequestsPage } from '@lapwing/shared/protocol/introductions-api';
import { render } from 'preact';
import { mayPass, request } from '../kit/api.ts';
import { language } from '../kit/words.ts';
import { type RequestsState, RequestsView } from './RequestsView.tsx';

const TRY_AGAIN_MS = 3_000;

/**
 * The page of the link in the mail of requests. Each answer is kept by the server with its tap, and another one replaces it.
 * @param path e.g. "/requests/k3v9"
 */
export async function openRequests(app: HTMLElement, path: string, secret: string): Promise<void> {
  let passed: Readonly<Record<string, AttendeeId | null>> = {};
  const show = (state: RequestsState): void => {
    if (state.kind === 'page') document.title = state.page.eventName;
    render(<RequestsView state={state} onAnswer={(from, wish, to) => void answer(from, wish, to)} />, app);
  };
  let shown: RequestsPage | null = null;
  const showPage = (page: RequestsPage, failed = false): void => {
    shown = page;
    show({ kind: 'page', page, passed, failed });
  };
  // one after the other, so that the last tap is the last word
  let turn = Promise.resolve();
  const answer = (from: AttendeeId, wish: Wish, to: AttendeeId | null): Promise<void> => {
    const before = shown;
    passed = { ...passed, [from]: to };
    if (before) showPage(answered(before, from, wish));
    turn = turn.then(async () => {
      const body: RequestAnswer = { secret, wish, to, language: language() };
      const given = await request<RequestsPage>('PUT', `${path}/${from}`, body);
      if (given.ok) showPage(given.value);
      else if (given.refusal.code === 'link-invalid') show({ kind: 'invalid' });
      else if (before) showPage(before, true);
    });
    return turn;
  };

  show({ kind: 'looking' });
  if (secret === '') return show({ kind: 'invalid' });
  for (;;) {
    const opened = await request<RequestsPage>('POST', path, { secret, language: language() });
    if (opened.ok) return showPage(opened.value);
    if (!mayPass(opened.refusal.code)) return show({ kind: 'invalid' });
    show({ kind: 'silent' });
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

/** The page as it will be once the server has the answer. */
const answered = (page: RequestsPage, from: AttendeeId, wish: Wish): RequestsPage => ({
  ...page,
  requests: page.requests.map((one) => (one.from === from ? { ...one, answer: wish } : one)),
});
