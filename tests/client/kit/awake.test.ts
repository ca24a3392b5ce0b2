import { afterEach, expect, it, vi } from 'vitest';
import { type Awake, keepAwake } from '../../../client/src/kit/awake.ts';

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
afterEach(() => vi.unstubAllGlobals());

function browser(request: () => Promise<{ release(): Promise<void> }>): Awake[] {
  vi.stubGlobal('navigator', { wakeLock: { request } });
  return [];
}

it('says that the screen stays on, and lets it go at the end', async () => {
  const release = vi.fn(async () => undefined);
  const told = browser(async () => ({ release }));
  const stop = keepAwake((awake) => told.push(awake));
  await settled();
  expect(told).toEqual(['held']);
  stop();
  expect(release).toHaveBeenCalledOnce();
});

it('says so where the browser will not, or cannot', async () => {
  const told = browser(() => Promise.reject(new Error('low battery')));
  keepAwake((awake) => told.push(awake))();
  const stop = keepAwake((awake) => told.push(awake));
  await settled();
  expect(told).toEqual(['off']);
  stop();
  vi.stubGlobal('navigator', {});
  const stopAgain = keepAwake((awake) => told.push(awake));
  await settled();
  expect(told).toEqual(['off', 'off']);
  stopAgain();
});

it('lets go of each, where somebody left and came back before the browser had answered', async () => {
  const release = vi.fn(async () => undefined);
  browser(async () => ({ release }));
  const stop = keepAwake();
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  stop();
  expect(release).toHaveBeenCalledTimes(2);
});

it('asks again when the page comes back to the front', async () => {
  const request = vi.fn(async () => ({ release: async () => undefined }));
  const told = browser(request);
  const stop = keepAwake((awake) => told.push(awake));
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(request).toHaveBeenCalledTimes(2);
  stop();
});
