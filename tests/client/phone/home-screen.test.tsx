// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AddToHomeScreen } from '../../../client/src/phone/AddToHomeScreen.tsx';

const manifest = (): string | null | undefined => document.querySelector('link[rel=manifest]')?.getAttribute('href');
const offer = () => screen.queryByRole('button', { name: 'Add to home screen' });

/** The browser says that this page may go on the home screen. */
async function says(prompt = vi.fn(async () => undefined)) {
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  await act(async () => {
    window.dispatchEvent(event);
  });
  return { event, prompt };
}

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('is offered where the browser can, without a bar of its own, and asked once', async () => {
  render(<AddToHomeScreen id="k3v9xq" />);
  expect(manifest()).toBe('/me/k3v9xq/manifest/en');
  expect(offer()).toBeNull();
  const { event, prompt } = await says();
  expect(event.defaultPrevented).toBe(true);
  fireEvent.click(offer() as HTMLElement);
  await act(async () => undefined);
  expect(prompt).toHaveBeenCalledTimes(1);
  expect(offer()).toBeNull();
});

it('names the page’s manifest only while it is offered', async () => {
  const { unmount } = render(<AddToHomeScreen id="k3v9xq" />);
  expect(manifest()).toBeDefined();
  unmount();
  await vi.waitFor(() => expect(document.querySelectorAll('link[rel=manifest]')).toHaveLength(0));
});

it('is a sentence where it takes the menu', () => {
  vi.stubGlobal('navigator', { ...navigator, standalone: false });
  render(<AddToHomeScreen id="k3v9xq" />);
  expect(screen.getByText(/Share, then “Add to Home Screen”/u)).toBeTruthy();
});

it('is nothing over plain http, nor on a page that is there already', async () => {
  vi.stubGlobal('isSecureContext', false);
  const { unmount } = render(<AddToHomeScreen id="k3v9xq" />);
  await says();
  expect([manifest(), offer()]).toEqual([undefined, null]);
  unmount();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  render(<AddToHomeScreen id="k3v9xq" />);
  await says();
  expect([manifest(), offer()]).toEqual([undefined, null]);
});
