import { instant } from '@lapwing/shared/kernel/time';
import type { PastImport } from '@lapwing/shared/protocol/community-api';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CommunityImports } from '../../../client/src/organiser/community/CommunityImports.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const MEMBERS: PastImport = {
  ...{ id: 'members', kind: 'members', at: instant(1_790_000_000_000), by: 'Mei', fileName: 'members.csv' },
  ...{ rows: 9, added: 7, changed: 1, same: 1, undoneAt: null, asked: 0, toAsk: 4 },
  undo: { removes: 5, restores: 1, stays: { 'their-word': 1, introduced: 1 } },
};
const AGREED: PastImport = {
  ...MEMBERS,
  ...{ id: 'agreed', fileName: 'friends.csv', added: 2, changed: 0, rows: 2, same: 0, toAsk: 0, asked: 2 },
  undo: { removes: 0, restores: 0, stays: { 'their-word': 2 } },
};

/** A server that takes back and asks once each. @param others whether somebody else has taken it back meanwhile */
function pretend(others = false) {
  const sent: string[] = [];
  let imports: readonly PastImport[] = [MEMBERS, AGREED];
  const undone = (): void => {
    const left = { removes: 0, restores: 0, stays: { 'their-word': 1, introduced: 1 } };
    imports = [{ ...MEMBERS, undoneAt: instant(1_790_000_500_000), undo: left, toAsk: 1 }, AGREED];
  };
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const method = init?.method ?? 'GET';
    if (method === 'GET') return Response.json(imports);
    sent.push(path.replace('/api/community/imports', ''));
    if (path.endsWith('/undone')) {
      undone();
      return others ? Response.json({ error: { code: 'already-undone' } }, { status: 409 }) : Response.json(imports);
    }
    imports = [{ ...MEMBERS, asked: 4, toAsk: 0 }, AGREED];
    return Response.json({ asked: 4, imports });
  });
  return sent;
}

const open = async (): Promise<HTMLElement[]> => {
  render(<CommunityImports />);
  await screen.findByText(/members\.csv/u, { selector: 'b' });
  return screen.getAllByRole('listitem').filter((item) => item.classList.contains('team-row'));
};
const press = (name: RegExp, where: HTMLElement = document.body): Promise<void> =>
  act(async () => void fireEvent.click(within(where).getByRole('button', { name })));

describe('imports of before', () => {
  it('C17 say who, when and how many; Undo says first what goes and what stays, and can be let be', async () => {
    const sent = pretend();
    const [members] = await open();
    expect(members?.textContent).toContain('9 rows: 7 new, 1 changed, 1 as before.');
    expect(members?.textContent).toMatch(/Members · .*2026 · by .*Mei/u);
    await press(/^Undo .*members/u);
    for (const words of [
      '5 people are taken out of the community again.',
      '1 person is written down as before.',
      '1 person stays: they have told us about themselves since.',
      '1 person stays: past introductions name them. Take those back first.',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    await press(/^Cancel/u);
    expect(sent).toEqual([]);
    await press(/^Undo .*members/u);
    await press(/^Yes, take it back/u);
    expect(await screen.findByText(/^Taken back on/u)).toBeTruthy();
    expect(sent).toEqual(['/members/undone']);
    expect(screen.queryByRole('button', { name: /^Undo/u })).toBeNull();
  });

  it('C17 say why nothing can be taken back, in place of a button', async () => {
    pretend();
    const [, agreed] = await open();
    expect(agreed?.textContent).toContain('Nothing of it can be taken back.');
    expect(agreed?.textContent).toContain('2 people stay: they have told us about themselves since.');
    expect(within(agreed as HTMLElement).queryByRole('button')).toBeNull();
  });

  it('C17 ask those who have agreed to nothing, with their number on the button, and then no more', async () => {
    const sent = pretend();
    await open();
    await press(/^Ask 4 people by mail whether they agree/u);
    expect(await screen.findByText('4 people are asked by mail.')).toBeTruthy();
    expect(screen.getByText('4 people were asked by mail whether they agree.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Ask/u })).toBeNull();
    expect(sent).toEqual(['/members/asked']);
  });

  it('C17 show what somebody else has done meanwhile, with the refusal', async () => {
    pretend(true);
    await open();
    await press(/^Undo .*members/u);
    await press(/^Yes, take it back/u);
    expect(await screen.findByText('This was undone already.')).toBeTruthy();
    expect(await screen.findByText(/^Taken back on/u)).toBeTruthy();
  });
});
