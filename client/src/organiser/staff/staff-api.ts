import type { StaffRole } from '@lapwing/shared/event/staff';
import type { StaffId } from '@lapwing/shared/kernel/ids';
import type {
  ConsoleDoor,
  ConsoleMe,
  HelperMe,
  Invited,
  Pairing,
  StaffLink,
  Team,
} from '@lapwing/shared/protocol/staff-api';
import { type ApiAnswer, request } from '../../kit/api.ts';

type Answer<T> = Promise<ApiAnswer<T>>;

/** What signing in with a password says: done, or the second factor is to come. */
export interface Proven {
  readonly twoFactorRedirect?: boolean;
}
/** What an authenticator app is fed with, and the codes for a lost one. */
export interface NewSecondFactor {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}
export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
}

const auth = '/api/auth';

/** The calls about who runs evenings. Each answers with a value; none throws. */
export const staffApi = {
  door: (): Answer<ConsoleDoor> => request('GET', '/api/console/door'),
  rename: (firstName: string): Answer<ConsoleMe> => request('PUT', '/api/console/me', { firstName }),
  openAddress: (secret: string): Answer<{ readonly join: Invited } | undefined> =>
    request('POST', '/api/console/session', { secret }),
  openMailed: (token: string): Answer<void> => request('POST', '/api/console/mailed-link', { token }),
  join: (who: { secret: string; name: string; email: string; password: string }): Answer<void> =>
    request('POST', '/api/console/join', who),
  joinAsHelper: (code: string, firstName: string): Answer<HelperMe> =>
    request('POST', '/api/helpers/session', { code, firstName }),
  leaveDoor: (): Answer<void> => request('DELETE', '/api/helpers/session'),
  signOut: (): Answer<void> => request('DELETE', '/api/console/session'),
  password: (email: string, password: string): Answer<Proven> =>
    request('POST', `${auth}/sign-in/email`, { email, password }),
  appCode: (code: string): Answer<Proven> => request('POST', `${auth}/two-factor/verify-totp`, { code }),
  recoveryCode: (code: string): Answer<Proven> => request('POST', `${auth}/two-factor/verify-backup-code`, { code }),
  mailLink: (email: string): Answer<unknown> => request('POST', `${auth}/sign-in/magic-link`, { email }),
  passkeyQuestion: (): Answer<object> => request('GET', `${auth}/passkey/generate-authenticate-options`),
  passkeyAnswer: (response: unknown): Answer<Proven> =>
    request('POST', `${auth}/passkey/verify-authentication`, { response }),

  team: (): Answer<Team> => request('GET', '/api/staff'),
  invite: (who: { name: string; email: string; role: StaffRole }): Answer<StaffLink> =>
    request('POST', '/api/staff/invitations', who),
  withdraw: (email: string): Answer<void> => request('DELETE', `/api/staff/invitations/${encodeURIComponent(email)}`),
  giveRole: (id: StaffId, role: StaffRole): Answer<void> => request('PUT', `/api/staff/${id}/role`, { role }),
  dismiss: (id: StaffId): Answer<void> => request('DELETE', `/api/staff/${id}`),
  endSession: (hash: string): Answer<void> => request('DELETE', `/api/staff/sessions/${hash}`),
  endOthers: (): Answer<void> => request('DELETE', '/api/staff/sessions'),
  pairing: (): Answer<Pairing> => request('POST', '/api/console/pairing'),
  plainHttp: (): Answer<{ readonly allowed: boolean }> => request('GET', '/api/plain-http'),
  allowPlainHttp: (allowed: boolean): Answer<unknown> => request('PUT', '/api/plain-http', { allowed }),

  changePassword: (currentPassword: string, newPassword: string): Answer<unknown> =>
    request('POST', `${auth}/change-password`, { currentPassword, newPassword }),
  beginSecondFactor: (password: string): Answer<NewSecondFactor> =>
    request('POST', `${auth}/two-factor/enable`, { password }),
  newRecoveryCodes: (password: string): Answer<Pick<NewSecondFactor, 'backupCodes'>> =>
    request('POST', `${auth}/two-factor/generate-backup-codes`, { password }),
  endSecondFactor: (password: string): Answer<unknown> => request('POST', `${auth}/two-factor/disable`, { password }),
  passkeys: (): Answer<readonly Passkey[]> => request('GET', `${auth}/passkey/list-user-passkeys`),
  newPasskeyQuestion: (): Answer<object> => request('GET', `${auth}/passkey/generate-register-options`),
  newPasskeyAnswer: (response: unknown, name: string): Answer<unknown> =>
    request('POST', `${auth}/passkey/verify-registration`, { response, name }),
  forgetPasskey: (id: string): Answer<unknown> => request('POST', `${auth}/passkey/delete-passkey`, { id }),
};
