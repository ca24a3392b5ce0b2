// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAREERS } from '../../../client/src/gallery/event-fixture.ts';
import { rememberOwnPage } from '../../../client/src/kit/own-pages.ts';
import { OwnPages } from '../../../client/src/public/OwnPages.tsx';

let asked: string[];
let online: boolean;
let went: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  localStorage.clear();
  [asked, online] = [[], true];
  went = vi.spyOn(location, 'assign').mockImplementation(() => {});
  for (const firstName of ['Aisha', 'Ben'])
    rememberOwnPage({ path: `/me/${firstName}`, eventId: CAREERS.id, firstName });
  localStorage.setItem('notes /me/Aisha', '{}');
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    if (method === 'GET') return Promise.resolve(Response.json({}));
    return online ? Promise.resolve(Response.json({ publicPage: '/e/KQ4T' })) : Promise.reject(new TypeError('failed'));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

const page = (atDoor = false) => render(<OwnPages facts={{ ...CAREERS, atDoor }} />);
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const kept = () => Object.keys(localStorage).filter((name) => name !== 'own-pages');

describe('somebody’s page on a computer that others use', () => {
  it('is forgotten by whoever finds it, on the server too; those of others stay', async () => {
    page();
    await screen.findByRole('button', { name: 'Open the page of Aisha' });
    press('Not Aisha? Forget it on this device');
    await screen.findByText('Aisha is signed out on this device.');
    expect(asked.at(-1)).toBe('DELETE /me/Aisha/session');
    expect(screen.queryByRole('button', { name: /Aisha/u })).toBeNull();
    expect(screen.getByRole('button', { name: 'Open the page of Ben' })).toBeTruthy();
    expect([kept().filter((name) => name.includes('Aisha')), localStorage.getItem('own-pages')]).toEqual([
      [],
      expect.not.stringContaining('Aisha'),
    ]);
  });

  it('says what would be lost before it is', async () => {
    localStorage.setItem('outbox /me/Aisha', '[1]');
    page();
    await screen.findByRole('button', { name: 'Open the page of Aisha' });
    press('Not Aisha? Forget it on this device');
    await screen.findByText(/Aisha wrote something here that has not reached the server yet/u);
    press('Keep it');
    expect(kept()).toContain('outbox /me/Aisha');
    press('Not Aisha? Forget it on this device');
    press('Forget it');
    await screen.findByText('Aisha is signed out on this device.');
    expect(kept().filter((name) => name.includes('Aisha'))).toEqual([]);
  });

  it('stays where nothing is heard, since the cookie would open it', async () => {
    online = false;
    page();
    await screen.findByRole('button', { name: 'Open the page of Aisha' });
    press('Not Aisha? Forget it on this device');
    await screen.findByText('No answer. Press again.');
    expect(kept()).toContain('notes /me/Aisha');
  });

  it('opens by itself for who comes from the wall, and for nobody who merely has the address', async () => {
    localStorage.removeItem('own-pages');
    rememberOwnPage({ path: '/me/Aisha', eventId: CAREERS.id, firstName: 'Aisha' });
    page(true);
    await screen.findByRole('button', { name: 'Open the page of Aisha' });
    expect(went).not.toHaveBeenCalled();
    cleanup();
    location.hash = '#KQ4T';
    page(true);
    await vi.waitFor(() => expect(went).toHaveBeenCalledWith('/me/Aisha'));
  });
});
