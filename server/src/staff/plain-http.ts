import { readSetting, saveSetting } from '../db/repositories/settings.ts';
import { commit } from '../db/transact.ts';
import type { Services } from '../services/services.ts';

/** How a request came in. */
interface Asking {
  readonly protocol: string;
  readonly ip: string;
}

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/u;

/** Whether other machines would send a password in the clear, and nobody has allowed that. */
export const isPlainHttp = (services: Pick<Services, 'db'>, https: boolean): boolean =>
  !https && readSetting(services.db, 'plain-http') !== 'allowed';

/**
 * Whether this browser may prove who it is: over https, on the server's own machine, or where somebody on that machine has
 * allowed sign-in over plain http, which everybody in the same Wi-Fi could read.
 */
export const maySignIn = (services: Pick<Services, 'db'>, request: Asking, https: boolean): boolean =>
  request.protocol === 'https' || LOOPBACK.test(request.ip) || !isPlainHttp(services, https);

export function allowPlainHttp(services: Pick<Services, 'db'>, allowed: boolean): void {
  commit(services.db, (tx) => saveSetting(tx, 'plain-http', allowed ? 'allowed' : ''));
}
