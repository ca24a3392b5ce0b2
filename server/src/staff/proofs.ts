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
import { hashOf } from '../secrets.ts';
import { FRESH_SECONDS } from './fresh.ts';
import { NOBODY } from './half-done.ts';
import { createPasskeyQuestions, type PasskeyQuestion, type PasskeyQuestions } from './passkey-questions.ts';
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
  /** Whether a link that is asked for now would be mailed. */
  readonly mayMail: (email: string) => boolean;
}

/**
 * What proves who somebody is: password, authenticator app and recovery codes, passkey, mailed link. Its own session is only
 * the proof, good for minutes; being signed in is a session of ours (`staff-sign-in`), like everybody else's.
 */
export function makeProofs(parts: ProofParts) {
  const { db, passwords, https } = parts;
  const questions = createPasskeyQuestions();
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
    verification: { storeIdentifier: { hash: async (identifier) => hashOf(identifier) } },
    databaseHooks: {
      verification: {
        create: {
          before: async (row) => (questions.remember(row) ? false : { data: { value: asKept(parts, row.value) } }),
        },
      },
    },
    // its own limit counts by address, and a venue has one: ours counts by account
    rateLimit: { enabled: false },
    advanced: {
      disableOriginCheck: false,
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      ...cookiesOf(https),
    },
    plugins: [
      twoFactor({ issuer: 'Lapwing', trustDeviceMaxAge: 1 }),
      passkey({
        ...{ rpID: new URL(parts.origin).hostname, rpName: 'Lapwing', origin: parts.origin },
        advanced: { webAuthnChallengeCookie: PASSKEY_COOKIE },
      }),
      mailedLinks(parts),
    ],
    hooks: beforeAndAfter(questions),
  });
}

const cookiesOf = (https: boolean) =>
  https
    ? { cookiePrefix: '__Host-lapwing-proof', defaultCookieAttributes: { secure: true, sameSite: 'strict' as const } }
    : { cookiePrefix: 'lapwing-proof', defaultCookieAttributes: { sameSite: 'strict' as const } };

const mailedLinks = ({ db, mailLink }: ProofParts) =>
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
      if (person && person.second === 0) void mailLink(person, token);
    },
  });

export type Proofs = ReturnType<typeof makeProofs>;

/** A code of an authenticator app holds for 90 seconds. */
const CODE_HOLDS_MS = 90_000;

/** Names the question that this browser was asked. */
const PASSKEY_COOKIE = 'passkey';

/** A link that will not be mailed is nobody's: it goes with the next sweep. Another row would tell, by its time, who is known. */
function asKept({ mayMail }: ProofParts, value: string): string {
  if (!value.startsWith('{"email":')) return value;
  const { email } = JSON.parse(value) as { email: string };
  return mayMail(email) ? value : JSON.stringify({ email: NOBODY });
}

/**
 * better-auth takes a code of an app twice; seen over a shoulder it must not sign in a second time. And it looks for a
 * question to a passkey among its rows: the one that is answered becomes a row for that moment.
 */
function beforeAndAfter(questions: PasskeyQuestions<PasskeyQuestion>) {
  const used = new Set<unknown>();
  const isCode = (path: string): boolean => path === '/two-factor/verify-totp';
  return {
    before: createAuthMiddleware(async (ctx) => {
      if (ctx.path === '/passkey/verify-authentication') {
        const { name } = ctx.context.createAuthCookie(PASSKEY_COOKIE);
        const token = await ctx.getSignedCookie(name, ctx.context.secret);
        const question = token ? questions.take(hashOf(token)) : undefined;
        if (question) await ctx.context.adapter.create({ model: 'verification', data: { ...question } });
      }
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
