// @vitest-environment happy-dom
import { PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHealer, followBuilds } from '../../../client/src/display/heal.ts';
import { momentWith, talk } from '../../../client/src/gallery/fixtures.ts';

let reloads: number;
let up: boolean;
let page: string;
beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  [reloads, up, page] = [0, true, '<script type="module" src="/assets/display-1.js"></script>'];
  document.documentElement.innerHTML = `<head>${page}</head>`;
  vi.stubGlobal('fetch', async (path: string) => {
    if (!up) throw new TypeError('failed');
    return path === '/healthz' ? new Response('{}') : new Response(page);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const healer = () =>
  createHealer(() => {
    reloads += 1;
  });

describe('a display whose picture could not be drawn', () => {
  it('loads itself anew once the server answers, and not before', async () => {
    up = false;
    healer().comeBack();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reloads).toBe(0);
    up = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reloads).toBe(1);
  });

  it('does so once, and rests for a minute when it fails again at once', async () => {
    const first = healer();
    first.comeBack();
    first.comeBack();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reloads).toBe(1);
    healer().comeBack();
    await vi.advanceTimersByTimeAsync(55_000);
    expect(reloads).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reloads).toBe(2);
  });

  it('is well again once it has stood for a minute', async () => {
    healer().comeBack();
    await vi.advanceTimersByTimeAsync(5_000);
    const loaded = healer();
    await vi.advanceTimersByTimeAsync(61_000);
    loaded.comeBack();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reloads).toBe(2);
  });
});

describe('a display that hears another run of the server', () => {
  const frame = (epoch: string, protocol = PROTOCOL_VERSION): RoomFrame => ({
    ...{ t: 'room', protocol, epoch, v: 1 },
    moment: momentWith(talk(1), 1),
  });
  function follow(mayLeave = () => true) {
    const room = signal<RoomFrame | null>(null);
    let left = 0;
    const stop = followBuilds({ room }, mayLeave, { comeBack: () => (left += 1) }, '/display/d1');
    return {
      hears: async (heard: RoomFrame) => {
        room.value = heard;
        await vi.advanceTimersByTimeAsync(100);
      },
      left: () => left,
      stop,
    };
  }

  it('stays when the page is the same build', async () => {
    const one = follow();
    await one.hears(frame('one'));
    await one.hears(frame('two'));
    expect(one.left()).toBe(0);
    one.stop();
  });

  it('takes a new build, but not while it would lose its sound in the middle of the evening', async () => {
    const may = signal(false);
    const one = follow(() => may.value);
    await one.hears(frame('one'));
    page = page.replace('display-1', 'display-2');
    await one.hears(frame('two'));
    expect(one.left()).toBe(0);
    may.value = true;
    await one.hears({ ...frame('two'), v: 2 });
    expect(one.left()).toBe(1);
    one.stop();
  });

  it('leaves at once when it cannot understand the server any more', async () => {
    const one = follow(() => false);
    await one.hears(frame('one', PROTOCOL_VERSION + 1));
    expect(one.left()).toBe(1);
    one.stop();
  });
});
