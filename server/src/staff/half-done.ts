import { findStaffByEmail, forgetHalfDone } from '../db/repositories/staff.ts';
import type { Services } from '../services/services.ts';
import { plainEmail } from './accounts.ts';

/** Nobody's address, in the place of one without an account. */
export const NOBODY = 'nobody@lapwing.invalid';

/** Half-done sign-ins whose time is over, and those of nobody: anybody can begin one, so they must not pile up. */
export const sweepHalfDone = ({ db }: Services): void => forgetHalfDone(db, NOBODY);

/**
 * What better-auth is given where somebody asks for a link that signs in. It keeps that, also of an address without an
 * account: so it is one of ours or nobody's, and nothing else that was typed. The work is the same, so how long it takes tells nothing.
 */
export const askedWith = ({ db }: Services, email: string): { readonly email: string } => ({
  email: findStaffByEmail(db, plainEmail(email))?.email ?? NOBODY,
});
