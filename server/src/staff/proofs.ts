import { hkdfSync } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthMiddleware } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Db } from '../db/connection.ts';
import {
  staff,
  staffLogins,
  staffPasskeys,
  staffProofs,
  staffSecondFactors,
  staffVerifications,
} from '../db/schema.ts';
import { FRESH_SECONDS } from './fresh.ts';
import type { Passwords } from './passwords.ts';

export interface ProofParts {
  readonly db: Db;
  /** The key file: what proofs and second factors are signed and encrypted with comes from it. */
  readonly key: Buffer;
  readonly passwords: Passwords;
  readonly https: boolean;
  /** Of the console, e.g. "https://night.example.org". */
  readonly origin: string;
  readonly allowed: (origin: string) => boolean;
  /** Mails a link that signs in; called only for people who have an account and no second factor. */
  readonly mailLink: (person: { readonly email: string; readonly name: string }, token: string) => Promise<void>;
}

/**
 * What proves who somebody is: password, authenticator app and recovery codes, passkey, mailed link. Its own session is only
 * the proof, good for minutes; being signed in is a session of ours (`staff-sign-in`), like everybody else's.
 */
export function makeProofs(parts: ProofParts) {
  const { db, passwords, https } = parts;
  return betterAuth({
    baseURL: parts.origin,
    basePath: '/api/auth',
    secret: Buffer.from(hkdfSync('sha256', parts.key, '', 'staff', 32)).toString('base64url'),
    // asked for each request: a venue's Wi-Fi may go and a hotspot come
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return origin && parts.allowed(origin) ? [origin] : [];
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: {
        user: staff,
        session: staffProofs,
        account: staffLogins,
        verification: staffVerifications,
        twoFactor: staffSecondFactors,
        passkey: staffPasskeys,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: passwords.hash, verify: ({ hash, password }) => passwords.verify(password, hash) },
    },
    user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'organiser' } } },
    session: { expiresIn: FRESH_SECONDS, disableSessionRefresh: true, freshAge: FRESH_SECONDS },
    verification: { storeIdentifier: 'hashed' },
    // its own limit counts by address, and a venue has one: ours counts by account
    rateLimit: { enabled: false },
    advanced: {
      disableOriginCheck: false,
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      ...(https
        ? {
            cookiePrefix: '__Host-lapwing-proof',
            defaultCookieAttributes: { secure: true, sameSite: 'strict' as const },
          }
        : { cookiePrefix: 'lapwing-proof', defaultCookieAttributes: { sameSite: 'strict' as const } }),
    },
    plugins: [
      twoFactor({ issuer: 'Lapwing', trustDeviceMaxAge: 1 }),
      passkey({ rpID: new URL(parts.origin).hostname, rpName: 'Lapwing', origin: parts.origin }),
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: FRESH_SECONDS,
        // it is called for unknown addresses too, and would walk past a second factor
        sendMagicLink: async ({ email, token }) => {
          const person = db.$client
            .prepare<[string], { email: string; name: string; second: number }>(
              'SELECT email, name, two_factor_enabled AS second FROM staff WHERE email = ?',
            )
            .get(email.toLowerCase());
          // not waited for: how long the mail server takes would tell who has an account
          if (person && person.second === 0) void parts.mailLink(person, token);
        },
      }),
    ],
    hooks: onceOnly(),
  });
}

export type Proofs = ReturnType<typeof makeProofs>;

/** A code of an authenticator app holds for 90 seconds. */
const CODE_HOLDS_MS = 90_000;

/** better-auth takes such a code twice; seen over a shoulder it must not sign in a second time. */
function onceOnly() {
  const used = new Set<unknown>();
  const isCode = (path: string): boolean => path === '/two-factor/verify-totp';
  return {
    before: createAuthMiddleware(async (ctx) => {
      if (isCode(ctx.path) && used.has(ctx.body?.code))
        throw ctx.error('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code was used.' });
    }),
    after: createAuthMiddleware(async (ctx) => {
      const code: unknown = ctx.body?.code;
      if (!isCode(ctx.path) || ctx.context.returned instanceof Error) return;
      used.add(code);
      setTimeout(() => used.delete(code), CODE_HOLDS_MS).unref();
    }),
  };
}
