import { NO_KEEPER } from '@lapwing/shared/community/keeper';
import { memberId } from '@lapwing/shared/kernel/ids';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { CommunityView, Decision, Person, ProposalSeen } from '@lapwing/shared/protocol/community-api';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommunityPage } from '../../../client/src/organiser/community/CommunityPage.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Somebody's keys are faster. */
const SLOW_MS = 40;
const NOW = instant(1_790_000_000_000);
const person = (name: string): Person => ({ id: memberId(name), name, headline: '', years: 0 });
const proposal = (nth: number): ProposalSeen => ({
  ...{ id: `p${nth}`, asker: person(`Asker ${nth}`), mentor: person(`Mentor ${nth}`) },
  ...{ ask: { industries: [], roles: [], stepsAhead: null, languages: [], line: '' }, askedAt: NOW },
  reason: {
    ...{ code: 'anything', role: null, industry: null, years: 9, yearsOf: 'work', stepsAhead: 3, language: 'en' },
    ...{ metAtTable: false, waitedDays: 3, badLuck: 0 },
  },
  ...{ load: { taken: 0, perMonth: 2 }, state: 'proposed', by: '', openBy: '', goesAt: null, timesMet: 0 },
});

type Run = NonNullable<CommunityView['run']>;

/** A server that decides each proposal once. @param others what somebody else decided before, by id */
function pretend(count: number, others: Readonly<Record<string, string>> = {}, run: Partial<Run> = {}) {
  const told: [string, Decision['decision']][] = [];
  const asked: string[] = [];
  let proposals = Array.from({ length: count }, (_, index) => proposal(index));
  const view = (): CommunityView => ({
    at: NOW,
    joinAt: '/community',
    keeper: NO_KEEPER,
    invented: { members: 0, keeper: false },
    counts: { members: 2_000, giving: 300, unconfirmed: 0, requests: count },
    run: { at: NOW, served: count, left: 0, longestWaitDays: 0, optimal: true, ...run },
    ...{ nextRunAt: NOW, proposals, without: [], underWay: [], missed: [], inSlack: [] },
  });
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`);
    if (init?.method !== 'PUT') return Response.json(view());
    if (path.endsWith('/open')) return new Response(null, { status: 204 });
    const id = path.split('/').at(-1) ?? '';
    if (others[id])
      return Response.json({ error: { code: 'already-so', details: { by: others[id] } } }, { status: 409 });
    await new Promise((answered) => setTimeout(answered, SLOW_MS));
    const { decision } = JSON.parse(String(init.body)) as Decision;
    told.push([id, decision]);
    const state = decision === 'approve' ? 'approved' : decision === 'skip' ? 'skipped' : 'proposed';
    const goesAt: Instant | null = decision === 'undo' ? null : instant(NOW + 30_000);
    proposals = proposals.map((one) => (one.id === id ? { ...one, state, by: 'Mei', goesAt } : one));
    return Response.json(view());
  });
  return { told, asked };
}

const open = async (): Promise<void> => {
  render(<CommunityPage part="queue" />);
  await act(async () => void (await vi.advanceTimersByTimeAsync(10)));
};
const press = (key: string, on: Element | Window = window): void => void fireEvent.keyDown(on, { key });
const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(50 * SLOW_MS)));
const current = (): string => document.querySelector('[aria-current=true]')?.textContent ?? '';

describe('the weekly queue', () => {
  it('C9 fifty are decided with fifty keys, pressed faster than the server answers, and none is lost', async () => {
    const { told } = pretend(50);
    await open();
    for (let nth = 0; nth < 50; nth += 1) {
      await act(async () => press(nth % 10 === 9 ? 's' : 'a'));
    }
    await settle();
    expect(told).toEqual(Array.from({ length: 50 }, (_, nth) => [`p${nth}`, nth % 10 === 9 ? 'skip' : 'approve']));
    expect(document.querySelectorAll('.proposal')).toHaveLength(0);
  });

  it('C9 goes up and down without deciding, and stays at its ends', async () => {
    const { told } = pretend(3);
    await open();
    expect(current()).toContain('Asker 0');
    for (const key of ['k', 'j', 'ArrowDown', 'j']) await act(async () => press(key));
    expect(current()).toContain('Asker 2');
    await act(async () => press('ArrowUp'));
    expect(current()).toContain('Asker 1');
    await act(async () => press('a'));
    await settle();
    expect(told).toEqual([['p1', 'approve']]);
    expect(current(), 'the next one').toContain('Asker 2');
  });

  it('C11 takes the last one back, or all of them', async () => {
    const { told } = pretend(4);
    await open();
    for (const key of ['a', 'a', 'a', 'u']) await act(async () => press(key));
    await settle();
    expect(told.at(-1)).toEqual(['p2', 'undo']);
    expect(current()).toContain('Asker 2');
    fireEvent.click(screen.getByRole('button', { name: /Take all 2 back/u }));
    await settle();
    expect(told.slice(-2)).toEqual([
      ['p0', 'undo'],
      ['p1', 'undo'],
    ]);
    expect(document.querySelectorAll('.proposal')).toHaveLength(4);
    await act(async () => press('s'));
    await settle();
    await act(async () => press('u'));
    await settle();
    expect(
      told.slice(-2).map(([, what]) => what),
      'what was skipped, too',
    ).toEqual(['skip', 'undo']);
    expect(document.querySelectorAll('.proposal')).toHaveLength(4);
  });

  it('C10 says who was first, and goes on', async () => {
    const { told } = pretend(2, { p0: 'Nadia' });
    await open();
    for (const key of ['a', 'a']) await act(async () => press(key));
    await settle();
    expect(told).toEqual([['p1', 'approve']]);
    expect(screen.getByText(/Nadia decided this one before you/u)).toBeTruthy();
  });

  it('C10 tells the server which one is open, once somebody stays there', async () => {
    const { asked } = pretend(3);
    await open();
    await act(async () => press('j'));
    await act(async () => void (await vi.advanceTimersByTimeAsync(500)));
    expect(asked.filter((one) => one.endsWith('/open'))).toEqual(['PUT /api/community/proposals/p1/open']);
  });

  it('approves all of them only after a second press, with the number on it', async () => {
    const { told } = pretend(12);
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Approve all 12' }));
    await settle();
    expect(told).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, ask 12 mentors' }));
    await settle();
    expect(told.map(([id]) => id)).toEqual(Array.from({ length: 12 }, (_, nth) => `p${nth}`));
  });

  it('says how long others wait only where somebody was left', async () => {
    for (const [run, words] of [
      [{ left: 0, longestWaitDays: 0 }, '1 introduction, nobody left out.'],
      [{ left: 2, longestWaitDays: 0 }, '1 introduction, 2 requests left, longest wait less than a day.'],
      [{ left: 1, longestWaitDays: 21 }, '1 introduction, 1 request left, longest wait 21 days.'],
    ] as const) {
      pretend(1, {}, run);
      await open();
      expect(document.body.textContent).toContain(words);
      cleanup();
    }
  });
});
