// @vitest-environment happy-dom
import type { RequestsPage } from '@lapwing/shared/protocol/introductions-api';
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRequests } from '../../../client/src/answer/requests.tsx';
import { COLLEAGUES, REQUESTS } from '../../../client/src/gallery/pick-fixture.ts';

const PATH = '/requests/p7mm2c';
let app: HTMLElement;
let server: RequestsPage;
let refusal: string | null;
let sent: { method: string; path: string; body: Record<string, unknown> }[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  app = document.body.appendChild(document.createElement('div'));
  [refusal, sent] = [null, []];
  server = {
    ...{ state: 'open', firstName: 'Priya', eventName: 'Careers Night', limit: { perMonth: 2, taken: 0 } },
    ...{ requests: REQUESTS, colleagues: COLLEAGUES },
  };
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string }) => {
    if (refusal === 'silent') throw new TypeError('failed');
    const said = JSON.parse(body) as Record<string, unknown>;
    sent.push({ method, path, body: said });
    if (refusal) return Response.json({ error: { code: refusal } }, { status: 404 });
    const [, from] = path.split(`${PATH}/`);
    const requests = server.requests.map((one) =>
      one.from === from ? { ...one, answer: said.wish as RequestsPage['requests'][number]['answer'] } : one,
    );
    server = { ...server, requests };
    return Response.json(server);
  });
});
afterEach(() => {
  render(null, app);
  app.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const open = (secret = 'q4x7') => act(() => void openRequests(app, PATH, secret));
const tap = (who: string, name: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: `Your answer to ${who}` })).getByRole('button', { name }));

describe('requests from the mail', () => {
  it('open with the secret of the link, in the language of the page', async () => {
    await open();
    await pass(0);
    expect(sent).toEqual([{ method: 'POST', path: PATH, body: { secret: 'q4x7', language: 'en' } }]);
    expect(screen.getByRole('heading', { name: 'Priya, these are for you' })).toBeTruthy();
    expect(document.title).toBe('Careers Night');
    expect(document.body.textContent).toContain('A yes passes your e-mail address on to them.');
    expect(screen.queryByRole('button', { name: 'One more' })).toBeNull();
  });

  it('take each answer with its tap, and another one in its place', async () => {
    await open();
    await pass(0);
    tap('Aisha', 'Yes');
    tap('Aisha', 'Pass it on');
    await pass(0);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'TomAchebe' } });
    await pass(0);
    expect(sent.slice(1).map(({ method, path, body }) => [method, path, body.wish, body.to])).toEqual([
      ['PUT', `${PATH}/Aisha`, 'introduce', null],
      ['PUT', `${PATH}/Aisha`, 'pass-on', null],
      ['PUT', `${PATH}/Aisha`, 'pass-on', 'TomAchebe'],
    ]);
    expect((screen.getByRole('combobox') as HTMLSelectElement).value).toBe('TomAchebe');
  });

  it('say when an answer did not arrive, and show what counts', async () => {
    await open();
    await pass(0);
    refusal = 'silent';
    tap('Ben', 'Yes');
    await pass(0);
    expect(screen.getByRole('alert').textContent).toContain('That did not arrive. Try again.');
    const group = within(screen.getByRole('group', { name: 'Your answer to Ben' }));
    expect(group.getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('go on trying without a network, and know a link that opens nothing, or that is over', async () => {
    refusal = 'silent';
    await open();
    await pass(0);
    expect(screen.getByText('No answer yet. We go on trying.')).toBeTruthy();
    [refusal, server] = [null, { ...server, state: 'over', requests: [] }];
    await pass(3_000);
    expect(screen.getByRole('heading', { name: 'These requests are closed.' })).toBeTruthy();
    refusal = 'link-invalid';
    await open();
    await pass(0);
    expect(screen.getByRole('heading', { name: 'This link does not open any requests.' })).toBeTruthy();
    sent = [];
    await open('');
    expect(sent).toEqual([]);
  });
});
