import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import WebSocket from 'ws';
import type { LiveModel } from '../../../client/src/kit/live-model.ts';
import { Caller, cookiesIn } from './call.ts';

/** What a phone's page needs of a browser, made once: the product's own model of the room then runs here as it is. */
function browserless(doorPort: number): { readonly cookies: Map<string, string> } {
  const world = globalThis as unknown as Record<string, unknown>;
  const cookies = new Map<string, string>();
  const target = {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => true,
    visibilityState: 'visible',
  };
  world.document ??= target;
  world.window ??= target;
  world.WebSocket = class extends WebSocket {
    constructor(address: string) {
      const { pathname } = new URL(address.replace(/^ws/u, 'http'));
      const origin = `http://127.0.0.1:${doorPort}`;
      super(address, { headers: { origin, cookie: cookies.get(pathname.replace(/\/live$/u, '')) ?? '' } });
      this.on('error', () => undefined);
    }
  };
  return { cookies };
}

/** A phone that runs the product's own code, and what came onto its screen, in order. */
export interface ProductPhone {
  readonly id: string;
  readonly model: LiveModel;
  readonly shown: RoomFrame[];
}

/**
 * Opens links at `doorPort` and connects the product's phones through `port`. `location` is one for all of a process, so
 * all go through one port.
 */
export async function productPhones(links: readonly string[], doorPort: number, port: number): Promise<ProductPhone[]> {
  const { cookies } = browserless(doorPort);
  (globalThis as unknown as Record<string, unknown>).location = new URL(`http://127.0.0.1:${port}/`);
  const [{ createLiveModel }, { effect }] = await Promise.all([
    import('../../../client/src/kit/live-model.ts'),
    import('@preact/signals'),
  ]);
  const caller = new Caller(doorPort);
  const phones: ProductPhone[] = [];
  for (const link of links) {
    const { pathname, hash } = new URL(link);
    const answer = await caller.ask({ method: 'POST', path: `${pathname}/session`, body: { secret: hash.slice(1) } });
    if (answer?.status !== 200) throw new Error(`a link was answered ${answer?.status}`);
    cookies.set(pathname, cookiesIn(answer.headers));
    const shown: RoomFrame[] = [];
    const model = createLiveModel(`${pathname}/live`, 15_000);
    effect(() => {
      const room = model.room.value;
      if (room) shown.push(room);
    });
    phones.push({ id: pathname.split('/').at(-1) ?? '', model, shown });
  }
  caller.close();
  return phones;
}

/** Resolves when every phone suits. @throws with a sentence when that does not come about */
export async function untilAll(
  phones: readonly ProductPhone[],
  what: string,
  suits: (phone: ProductPhone) => boolean,
  patienceMs = 60_000,
): Promise<void> {
  const { effect } = await import('@preact/signals');
  await Promise.all(
    phones.map(
      (phone) =>
        new Promise<void>((done, failed) => {
          const late = setTimeout(() => failed(new Error(`${phone.id} never came to: ${what}`)), patienceMs);
          const stop = effect(() => {
            void [phone.model.room.value, phone.model.status.value, phone.model.shown.value];
            if (!suits(phone)) return;
            clearTimeout(late);
            queueMicrotask(() => stop());
            done();
          });
        }),
    ),
  );
}
