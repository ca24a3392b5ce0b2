import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { PlanView, StartOffer } from '@lapwing/shared/protocol/api';
import { expect, type Page } from '@playwright/test';
import { enterConsole } from './enter-console.ts';
import type { RealServer } from './real-server.ts';

/** The demo evening of a real server, run over HTTP by its organiser, for journeys that look at phones. */
export interface RunningNight {
  readonly api: string;
  readonly people: readonly { readonly id: AttendeeId; readonly name: string; readonly role: 'student' | 'mentor' }[];
  press(command: PersonCommand): Promise<void>;
  /** Presses *Start* with the plan that is offered. */
  start(): Promise<void>;
  plan(): Promise<PlanView>;
  link(person: string): Promise<string>;
}

let presses = 0;

/** @param page a console that nobody has signed in on yet */
export async function runningNight(server: RealServer, page: Page): Promise<RunningNight> {
  await enterConsole(page);
  await page.getByRole('link', { name: /Careers Night/u }).click();
  await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible();
  return nightAt(page, `${server.origin}/api/events/${/events\/([^/]+)/u.exec(page.url())?.[1] ?? ''}`);
}

/** @param page a console that somebody has signed in on @param api the address of the evening's routes */
export async function nightAt(page: Page, api: string): Promise<RunningNight> {
  const { request } = page;
  const read = async <Value>(path: string): Promise<Value> =>
    (await (await request.get(`${api}${path}`)).json()) as Value;
  async function press(command: PersonCommand): Promise<void> {
    const { room } = await read<{ room: { v: number } }>('');
    presses += 1;
    const data = { key: `press-of-a-journey-${presses}`, expectedVersion: room.v, command };
    expect((await request.post(`${api}/live`, { data })).status()).toBe(200);
  }
  return {
    api,
    people: await read('/people'),
    press,
    async start() {
      const offer = await request.post(`${api}/start-offer`, { data: { basis: 'expected' } });
      const { planVersion } = (await offer.json()) as StartOffer;
      await press({ kind: 'start', planVersion });
    },
    plan: () => read('/plan'),
    link: async (person) => (await read<{ url: string }>(`/people/${person}/link`)).url,
  };
}
