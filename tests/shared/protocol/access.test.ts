import { ACCESS } from '@lapwing/shared/protocol/access';
import { describe, expect, it } from 'vitest';

const entries = Object.entries(ACCESS);

describe('the access table', () => {
  it('names routes as "METHOD /path"', () => {
    for (const [route] of entries) expect(route).toMatch(/^(GET|POST|PUT|DELETE) \/\S*$/u);
  });

  it('lets nobody but staff and helpers near the console’s interface, its sign-in apart', () => {
    const open = entries.filter(([route, { door }]) => route.includes(' /api/') && door !== 'console');
    expect(open.map(([route]) => route)).toEqual([
      'GET /api/console/door',
      'POST /api/console/session',
      'DELETE /api/console/session',
      'POST /api/console/join',
      'POST /api/console/mailed-link',
      'POST /api/helpers/session',
      'DELETE /api/helpers/session',
      'POST /api/auth/sign-in/email',
      'POST /api/auth/two-factor/verify-totp',
      'POST /api/auth/two-factor/verify-backup-code',
      'GET /api/auth/passkey/generate-authenticate-options',
      'POST /api/auth/passkey/verify-authentication',
      'POST /api/auth/sign-in/magic-link',
    ]);
    for (const [route, { door, callers }] of entries)
      if (door === 'console')
        expect([['owner', 'organiser', 'helper'], ['owner', 'organiser'], ['owner']], route).toContainEqual(callers);
  });

  it('lets helpers do what the door needs and see names there, and nothing besides', () => {
    const helps = entries.filter(([, { door, callers }]) => door === 'console' && callers.includes('helper'));
    expect(helps.map(([route, { showsHelper }]) => [route, showsHelper])).toEqual([
      ['GET /api/events/:eventId', []],
      ['GET /api/events/:eventId/people', ['name', 'badgeCode', 'checkedInAt']],
      ['POST /api/events/:eventId/walk-ins', ['name', 'badgeCode', 'checkedInAt']],
      ['PUT /api/events/:eventId/people/:attendeeId/presence', ['name', 'badgeCode', 'checkedInAt']],
      ['POST /api/events/:eventId/scans', ['name', 'badgeCode', 'checkedInAt']],
      ['GET /api/events/:eventId/waiting', []],
      ['PUT /api/events/:eventId/waiting/:number', []],
      ['GET /api/events/:eventId/plan/:version', []],
      ['POST /api/events/:eventId/seats', []],
      ['POST /api/events/:eventId/seats/offers', []],
      ['GET /api/events/:eventId/socket', []],
    ]);
    for (const [route, { scope, callers }] of entries)
      if (callers.includes('helper') && !callers.includes('stranger')) expect(scope, route).toBe('event');
  });

  it('gives no stranger a word about anybody', () => {
    const shown = entries.filter(([, { callers, shows }]) => callers.includes('stranger') && shows.length > 0);
    // Mentors who agreed to it stand on the public page, and in the careers guide. All others answer a person with their own, for the secret of
    // their link or of their question, or the cookie made from it.
    expect(shown.map(([route]) => route)).toEqual([
      'GET /careers/industries/:id',
      'GET /careers/roles/:id',
      'GET /e/:code',
      'GET /e/:code/event',
      'GET /me/:attendeeId',
      'POST /me/:attendeeId/session',
      'POST /answer/:askId/opening',
      // a member's own page and questions of theirs, by the secret of the link that was mailed to them
      'POST /community/:memberId/page',
      'PUT /community/:memberId/profile',
      'PUT /community/:memberId/address',
      'PUT /community/:memberId/again',
      'POST /community/:memberId/requests',
      'POST /community/:memberId/requests/:requestId/withdrawn',
      'POST /community/:memberId/data',
      'POST /introductions/:questionId',
      'PUT /introductions/:questionId',
      'POST /requests/:attendeeId',
      'PUT /requests/:attendeeId/:otherId',
    ]);
  });

  it('shows displays names and badges at most, where an organiser asks for it, and phones no address, needs or diet', () => {
    for (const [route, { callers, shows }] of entries) {
      const list = [...shows] as string[];
      if (callers.includes('display') && !callers.includes('student'))
        expect(list, route).toEqual(
          / \/display\/:displayId\/(live|opening)$/u.test(route) ? ['name', 'badgeCode'] : [],
        );
      // what somebody said about themselves is theirs to see
      const own =
        /^(GET|PUT) \/me\/:attendeeId\/(details|coming|consents|calendar\.ics|data\.json)$/u.test(route) ||
        /^(GET|POST) \/me\/:attendeeId\/community$/u.test(route) ||
        /^(POST|PUT) \/community\/:memberId\/(page|profile|address|again|requests|requests\/:requestId\/withdrawn|data)$/u.test(
          route,
        );
      if (callers.includes('student') && !own)
        for (const field of ['email', 'access', 'diet', 'availability', 'checkedInAt'])
          expect(list, route).not.toContain(field);
    }
  });

  it('asks the person in the address where the address names a person or display', () => {
    for (const [route, { door, scope }] of entries) {
      if (scope === 'person') expect(route, route).toContain(':attendeeId');
      if (scope === 'display') expect(route, route).toContain(':displayId');
      if (door === 'own') expect(['person', 'display'], route).toContain(scope);
      if (route.includes(':eventId')) expect(scope, route).toBe('event');
    }
  });
});
