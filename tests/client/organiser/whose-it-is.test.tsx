// @vitest-environment happy-dom
import { type Keeper, NO_KEEPER } from '@lapwing/shared/community/keeper';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommunityPage } from '../../../client/src/organiser/community/CommunityPage.tsx';

const KEEPER: Keeper = { community: 'Careers friends', name: 'Kim Lee', contact: 'kim@example.org' };
let kept: Keeper;
let sent: Keeper[];

beforeEach(() => {
  [kept, sent] = [NO_KEEPER, []];
  const view = () =>
    ({
      ...{
        at: 0,
        joinAt: '/community',
        keeper: kept,
        invented: { members: 0, keeper: false },
        run: null,
        nextRunAt: 0,
      },
      counts: { members: 0, giving: 0, unconfirmed: 0, requests: 0 },
      ...{ proposals: [], without: [], underWay: [], missed: [] },
    }) as unknown as CommunityView;
  vi.stubGlobal('fetch', async (_path: string, init?: RequestInit) => {
    if (init?.method === 'PUT') {
      kept = JSON.parse(String(init.body)) as Keeper;
      sent.push(kept);
    }
    return Response.json(view());
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = async (): Promise<void> => {
  render(<CommunityPage part="keeper" />);
  await screen.findByRole('heading', { name: 'Whose it is' });
};
const UNSAID = /^The public page does not say whose community it is/u;
const type = (label: string, value: string): void =>
  void fireEvent.input(screen.getByLabelText(label), { target: { value } });
const save = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Save whose it is' }));

describe('whose community it is', () => {
  it('C20 the page says that nobody said, with the way there, until somebody does', async () => {
    render(<CommunityPage part="queue" />);
    expect((await screen.findByText(UNSAID)).textContent).toContain('Say it');
    expect(screen.getByRole('link', { name: 'Say it' }).getAttribute('href')).toBe('#/community/keeper');
    cleanup();
    kept = KEEPER;
    render(<CommunityPage part="queue" />);
    await screen.findByText(/^0 members/u);
    expect(screen.queryByText(UNSAID)).toBeNull();
  });

  it('C20 names what is missing in its field, which takes the focus, and sends nothing', async () => {
    await open();
    type('What the community is called', 'Careers friends');
    save();
    await screen.findByText('Write who keeps it, or leave all three empty.');
    screen.getByText('Write an address, or leave all three empty.');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Who keeps it')));
    type('Who keeps it', 'Kim Lee');
    type('E-mail address that reaches them', 'kim at example');
    save();
    await screen.findByText(/^That is not one e-mail address/u);
    expect(sent).toEqual([]);
  });

  it('C20 is saved, and taken back with one press', async () => {
    await open();
    type('What the community is called', KEEPER.community);
    type('Who keeps it', KEEPER.name);
    type('E-mail address that reaches them', KEEPER.contact);
    screen.getByText('Not saved yet');
    save();
    await screen.findByText(/^Saved\./u);
    expect(screen.queryByText(UNSAID)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText(UNSAID);
    expect(sent).toEqual([KEEPER, NO_KEEPER]);
    expect(screen.getByLabelText<HTMLInputElement>('Who keeps it').value).toBe('');
  });
});
