import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { ACCESS } from '@lapwing/shared/protocol/access';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atTheDoor } from '../../../client/src/organiser/check-in/at-the-door.ts';
import { eventApi } from '../../../client/src/organiser/console-api.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the page of a helper', () => {
  it('asks the server for exactly what the access table lets helpers ask', async () => {
    const asked = new Set<string>();
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      asked.add(`${init?.method ?? 'GET'} ${path}`);
      return new Response('{}');
    });
    const api = atTheDoor(eventApi(eventId(':eventId')));
    const { live, ...calls } = api;
    for (const call of Object.values(calls) as ((...args: unknown[]) => Promise<unknown>)[])
      await call(attendeeId(':attendeeId'), attendeeId(':attendeeId'), {});
    const press = { key: 'k', expectedVersion: 1 };
    expect(await live({ ...press, command: { kind: 'next' } })).toMatchObject({ ok: false });
    await live({ ...press, command: { kind: 'replan', planVersion: 2, change: { kind: 'arrived', people: [] } } });
    const may = Object.entries(ACCESS).flatMap(([route, { door, callers }]) =>
      door === 'console' && callers.includes('helper') && !route.endsWith('/socket') ? [route] : [],
    );
    const templates = [...asked].map((one) =>
      decodeURIComponent(one)
        .replace('/waiting/:attendeeId', '/waiting/:number')
        .replace('/plan/:attendeeId', '/plan/:version'),
    );
    expect(templates.sort()).toEqual(may.sort());
  });
});
