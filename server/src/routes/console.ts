import { ok } from '@lapwing/shared/kernel/result';
import type { ConsoleMe } from '@lapwing/shared/protocol/api';
import { FirstName, Secret } from '@lapwing/shared/protocol/schemas';
import { CONSOLE_COOKIE, consoleSession } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { nameOrganiser, pair, type SetupSecret, signIn, signOut } from '../services/console-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { cookieOptions, STRANGER_LIMIT } from './cookies.ts';

/** Sign-in and out of the console, and the first name that the log shows. */
export function consoleRoutes(app: App, services: Services, setup: SetupSecret, https: boolean): void {
  app.post('/api/console/session', { schema: { body: Secret }, ...STRANGER_LIMIT }, async (request, reply) => {
    const signedIn = signIn(services, setup, request.body.secret);
    if (!signedIn.ok) return answer(reply, signedIn);
    reply.setCookie(CONSOLE_COOKIE, signedIn.value.token, { ...cookieOptions('/', https), sameSite: 'strict' });
    return answer(reply, ok(undefined));
  });
  app.delete('/api/console/session', async (request, reply) => {
    const session = consoleSession(services, request);
    if (session) signOut(services, session);
    reply.clearCookie(CONSOLE_COOKIE, { path: '/' });
    return answer(reply, ok(undefined));
  });
  app.post('/api/console/pairing', async (_request, reply) => answer(reply, ok(pair(services, setup))));
  app.get('/api/console/me', async (request): Promise<ConsoleMe> => ({ firstName: request.session?.firstName ?? '' }));
  app.put('/api/console/me', { schema: { body: FirstName } }, async (request): Promise<ConsoleMe> => {
    const firstName = request.body.firstName.trim();
    if (request.session) nameOrganiser(services, request.session, firstName);
    return { firstName };
  });
}
