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
    for (const call of Object.values(api) as ((...args: unknown[]) => Promise<unknown>)[])
      await call(attendeeId(':attendeeId'), attendeeId(':attendeeId'), {});
    const may = Object.entries(ACCESS).flatMap(([route, { door, callers }]) =>
      door === 'console' && callers.includes('helper') && !route.endsWith('/socket') ? [route] : [],
    );
    const templates = [...asked].map((one) =>
      decodeURIComponent(one).replace('/waiting/:attendeeId', '/waiting/:number'),
    );
    expect(templates.sort()).toEqual(may.sort());
  });
});
