// @vitest-environment happy-dom
import type { CommunityConsents, CommunityOffer } from '@lapwing/shared/protocol/community-api';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, momentWith, studentCard } from '../../../client/src/gallery/fixtures.ts';
import { NO_ACTS, phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import type { ApiAnswer } from '../../../client/src/kit/api.ts';
import { PhoneScreen } from '../../../client/src/phone/PhoneScreen.tsx';
import { afterParts } from '../../../client/src/phone/parts.ts';
import type { PhoneView } from '../../../client/src/phone/phone-view.ts';
import { stayCard } from '../../../client/src/phone/stay-part.ts';

const NOT_ASKED: CommunityOffer = { state: 'not-asked', profile: null, address: '' };
const MEMBER: CommunityOffer = { state: 'member', profile: null, address: 'https://l.example/community/ab#cd' };
const OFFERED: CommunityOffer = {
  ...{ state: 'offered', address: '' },
  profile: {
    ...{ name: 'Ann Ashby', email: 'ann@students.example.org', headline: 'Economics', languages: ['en', 'fr'] },
    ...{ industries: ['banking', 'Beekeeping'], roles: [], years: 0, perMonth: 0, pausedUntil: null },
  },
};

let asked: (CommunityConsents | null)[];
let answers: ApiAnswer<CommunityOffer>[];

const pass = (time: number) => act(async () => void (await vi.advanceTimersByTimeAsync(time)));
const card = () => document.querySelector('.stay');

async function open(first: ApiAnswer<CommunityOffer>, more: Partial<PhoneView> = {}): Promise<void> {
  answers = [first];
  const view = phoneView(studentCard(), momentWith({ kind: 'finished', at: at(70) }, 6), at(71), more);
  const acts = {
    ...NO_ACTS,
    async community(consents?: CommunityConsents) {
      asked.push(consents ?? null);
      return answers.shift() ?? ({ ok: false, refusal: { code: 'no-answer' } } as const);
    },
  };
  render(<PhoneScreen view={view} acts={acts} />);
  await pass(10_000);
}
const ok = (value: CommunityOffer): ApiAnswer<CommunityOffer> => ({ ok: true, value });
const join = async (): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name: 'Join' }));
  await pass(10);
};

beforeEach(async () => {
  vi.useFakeTimers();
  asked = [];
  await afterParts.fetch();
  await stayCard.fetch();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('C4 the offer to stay in the community', () => {
  it('shows what would be kept as they said it, and joins with one tap, each agreement for itself', async () => {
    await open(ok(OFFERED));
    const said = [...(card()?.querySelectorAll('dd') ?? [])].map((one) => one.textContent?.replace(/[⁨⁩]/gu, ''));
    expect(said).toEqual([
      ...['Ann Ashby', 'ann@students.example.org', 'Economics', 'English, French'],
      'Banking & payments, Beekeeping',
    ]);
    const address = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Give my address/u });
    expect(address.checked).toBe(false);
    answers.push(ok(MEMBER));
    await join();
    expect(asked).toEqual([null, { member: true, introductions: false }]);
    const link = screen.getByRole('link', { name: 'Open my page' });
    expect(link.getAttribute('href')).toBe(MEMBER.address);
    expect(document.activeElement).toBe(link);
    expect(screen.queryByRole('button', { name: 'Join' })).toBeNull();
  });

  it('passes their address on only where they say so', async () => {
    await open(ok(OFFERED));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Give my address/u }));
    answers.push(ok(MEMBER));
    await join();
    expect(asked.at(-1)).toEqual({ member: true, introductions: true });
  });

  it('keeps what was ticked when nothing arrives, and joins with the next tap', async () => {
    await open(ok(OFFERED));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Give my address/u }));
    await join();
    expect(screen.getByText('That did not arrive. Try again.')).toBeTruthy();
    answers.push(ok(MEMBER));
    await join();
    expect(asked.slice(1)).toEqual([
      { member: true, introductions: true },
      { member: true, introductions: true },
    ]);
    expect(screen.getByRole('link', { name: 'Open my page' })).toBeTruthy();
  });

  it.each([
    ['refused', { ok: false, refusal: { code: 'not-found' } } as const],
    ['taken back on another device', ok(NOT_ASKED)],
  ])('does not say that somebody joined who did not: %s', async (_, answer) => {
    await open(ok(OFFERED));
    answers.push(answer);
    await join();
    expect(screen.getByText(/^That was not taken/u)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Open my page' })).toBeNull();
  });

  it('sends one tap once, however often it is tapped', async () => {
    await open(ok(OFFERED));
    answers.push(ok(MEMBER));
    const button = screen.getByRole('button', { name: 'Join' });
    fireEvent.click(button);
    await act(async () => undefined);
    fireEvent.click(button);
    await pass(10);
    expect(asked).toHaveLength(2);
  });

  it('a member has the way to their own page, and the page keeps its focus', async () => {
    await open(ok(MEMBER));
    expect(screen.getByRole('link', { name: 'Open my page' }).getAttribute('href')).toBe(MEMBER.address);
    expect(document.activeElement).toBe(document.body);
  });

  it('shows nothing to whoever is not asked, nor without an answer', async () => {
    await open(ok(NOT_ASKED));
    expect(asked).toEqual([null]);
    expect(card()).toBeNull();
    cleanup();
    await open({ ok: false, refusal: { code: 'not-found' } });
    expect(asked).toEqual([null, null]);
    expect(card()).toBeNull();
  });

  it.each([
    ['without a network', { status: 'offline', silentMinutes: 3 } as const],
    ['of whoever was not there', { card: studentCard({ standing: 'cancelled', checkedIn: false }) }],
  ])('asks for nothing %s', async (_, more) => {
    await open(ok(OFFERED), more);
    expect(asked).toEqual([]);
    expect(card()).toBeNull();
  });
});
