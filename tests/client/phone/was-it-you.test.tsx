// @vitest-environment happy-dom
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WasItYou } from '../../../client/src/forms/WasItYou.tsx';
import { t } from '../../../client/src/forms/words.ts';
import { isolated } from '../../../client/src/kit/words.ts';
import { askOpening } from '../../../client/src/phone/ask-opening.ts';
import { mentorSaying, studentSaying } from '../../support/answers.ts';

const ME = '/me/k3v9xq';
const asks = {
  eventName: 'Careers Night',
  role: 'mentor',
  name: 'Vera Fake',
  student: null,
  mentor: {
    ...mentorSaying('Vera Fake', { photo: 'yes', company: 'Beside Ada' }),
    card: { ...EMPTY_CARD, jobTitle: 'Prime minister', industry: 'law' },
  },
  wished: [],
  under18: false,
  timeZone: 'Europe/London',
  keptUntil: null,
  waiting: false,
  seen: 'first',
} as const;
const reload = vi.fn();

/** Answers one after the other. @returns what was asked */
function server(...answers: readonly (Response | null)[]): unknown[] {
  const [asked, left] = [[] as unknown[], [...answers]];
  vi.stubGlobal('fetch', (path: string, { method, body }: RequestInit) => {
    asked.push([`${method} ${path}`, JSON.parse(String(body))]);
    const next = left.shift();
    return next ? Promise.resolve(next) : Promise.reject(new TypeError('failed'));
  });
  return asked;
}
async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(async () => undefined);
  await act(async () => undefined);
}

beforeEach(() => {
  location.hash = '#secret.mark';
  reload.mockReset();
  vi.spyOn(location, 'reload').mockImplementation(reload);
  localStorage.setItem(`evening:${ME}`, '{}');
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
  location.hash = '';
});

it('keeps the secret while the question stands, so that the page can be loaded again', async () => {
  server(Response.json({ asks }));
  expect(await askOpening(ME)).toEqual({ ok: true, value: { asks } });
  expect(location.hash).toBe('#secret.mark');
});

it('shows what was typed and sends nothing by itself; a yes says to what, and opens the page', async () => {
  const asked = server(Response.json({ card: {}, room: {} }));
  render(<WasItYou path={ME} asks={asks} />);
  for (const word of ['Vera Fake', 'Prime minister', 'Law, property & construction', 'Beside Ada'])
    expect(screen.getByText(word), word).toBeTruthy();
  expect(screen.queryByText('What do you do all day?'), 'what was left open').toBeNull();
  expect(asked).toEqual([]);
  await press('Yes, that was me');
  expect(asked).toEqual([[`POST ${ME}/session`, { secret: 'secret.mark', mine: 'first' }]]);
  expect([location.hash, reload.mock.calls.length]).toEqual(['', 1]);
});

it('says what a yes does for a place that is kept, and for who waits', () => {
  const student = studentSaying('Pia Lane');
  const asking = { ...asks, role: 'student', mentor: null, student } as const;
  const { rerender, container } = render(<WasItYou key="none" path={ME} asks={asking} />);
  expect(container.textContent).not.toMatch(/waitlist|A place is kept/u);
  rerender(<WasItYou key="kept" path={ME} asks={{ ...asking, keptUntil: instant(Date.UTC(2026, 10, 24, 9, 30)) }} />);
  expect(container.textContent).toMatch(/A place is kept for you until .*24 Nov.*, 09:30\./u);
  rerender(<WasItYou key="waits" path={ME} asks={{ ...asking, waiting: true }} />);
  expect(container.textContent).toContain('With “Yes” you stand before everybody who has not said so.');
});

it('shows a student what they asked, whom they wish to meet, photo and each consent', () => {
  const consents = { run: true, publicCard: false, introductions: true, keep: false };
  const mia = attendeeId('m1');
  const student = studentSaying('Pia Lane', {
    question: 'Who pays you?',
    access: 'A ramp',
    photo: 'no',
    wishes: [mia],
    consents,
  });
  render(
    <WasItYou
      path={ME}
      asks={{ ...asks, role: 'student', mentor: null, student, wished: [{ id: mia, name: 'Mia' }] }}
    />,
  );
  const said = screen.getAllByRole('definition').map((one) => one.textContent);
  for (const word of ['Pia Lane', 'Who pays you?', 'A ramp', isolated('Mia'), t('form.photo.no')])
    expect(said, word).toContain(word);
  const answerTo = (label: string) => screen.getByText(label).nextElementSibling?.textContent;
  expect([answerTo(t('consent.introductions')), answerTo(t('consent.keep'))]).toEqual([t('form.yes'), t('form.no')]);
});

it('shows it anew where it was changed meanwhile, and says yes to that', async () => {
  const asked = server(
    Response.json({ asks: { ...asks, mentor: { ...asks.mentor, name: 'Vera Lane' }, seen: 'second' } }),
    Response.json({}),
  );
  render(<WasItYou path={ME} asks={asks} />);
  await press('Yes, that was me');
  expect(screen.getByText('Vera Lane')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('Look at it once more');
  expect([location.hash, reload.mock.calls.length]).toEqual(['#secret.mark', 0]);
  await press('Yes, that was me');
  expect(asked[1]).toEqual([`POST ${ME}/session`, { secret: 'secret.mark', mine: 'second' }]);
});

it('deletes it with a no, says what happened, and forgets it on the device; without an answer it stands as it was', async () => {
  const asked = server(null, new Response(null, { status: 204 }));
  render(<WasItYou path={ME} asks={asks} />);
  await press('No, delete this');
  expect(screen.getByRole('status').textContent).toContain('Try again');
  expect([location.hash, localStorage.length]).toEqual(['#secret.mark', 1]);
  await press('No, delete this');
  expect(asked[1]).toEqual([`POST ${ME}/not-mine`, { secret: 'secret.mark' }]);
  expect(screen.getByRole('heading').textContent).toBe('It is deleted.');
  expect([location.hash, localStorage.length, reload.mock.calls.length]).toEqual(['', 0, 0]);
});
