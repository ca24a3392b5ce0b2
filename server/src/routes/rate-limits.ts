import type { FastifyRequest } from 'fastify';
import { hashOf } from '../secrets.ts';
import { readSecret } from '../services/mailbox.ts';

/** Sign-in: generous, since a whole venue shares one address. */
export const STRANGER_LIMIT = { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } } as const;

/**
 * Registering: each is a row and a mail, so it is counted for each address; a lecture hall of people behind one address
 * still gets in within the minute.
 */
export const REGISTRATION_LIMIT = { config: { rateLimit: { max: 400, timeWindow: '1 minute' } } } as const;

/** Asking for one's link by mail: a row is looked for, and nobody gets more than a mail in ten minutes. A venue has one address. */
export const NEW_LINK_LIMIT = { config: { rateLimit: { max: 300, timeWindow: '1 minute' } } } as const;

/**
 * What phones say: each word is a row on disk that every console hears of. Counted for each person, far above what a
 * thumb can do.
 */
export const WORDS_LIMIT = {
  config: {
    rateLimit: {
      max: 120,
      timeWindow: '1 minute',
      keyGenerator: ({ params }: FastifyRequest) => (params as { attendeeId: string }).attendeeId,
    },
  },
} as const;

/**
 * Seats asked for and changed at the door, sense or not: counted for each session, far above what a pair of hands can do.
 * Whoever has tonight's code can join twenty times: what all helpers have searched together has a limit of its own
 * (`services/seats-searched`).
 */
export const SEATS_LIMIT = {
  config: {
    rateLimit: {
      max: 60,
      timeWindow: '1 minute',
      keyGenerator: ({ ip, session }: FastifyRequest) => session?.hash ?? ip,
    },
  },
} as const;

/** Private reports of one person. What is sent too often waits on the phone and is sent again. */
export const REPORT_LIMIT = {
  config: { rateLimit: { ...WORDS_LIMIT.config.rateLimit, max: 6, timeWindow: '10 minutes' } },
} as const;

/** Codes from the wall that a person may try: far fewer than what would find one. */
export const CODE_LIMIT = {
  config: { rateLimit: { ...WORDS_LIMIT.config.rateLimit, max: 10 } },
} as const;

/** What displays say of themselves: those of an event share the address, and a hall has fewer than fifty. */
export const SCREEN_LIMIT = {
  config: {
    rateLimit: {
      max: 300,
      timeWindow: '1 minute',
      keyGenerator: ({ params }: FastifyRequest) => (params as { displayId: string }).displayId,
    },
  },
} as const;

/** Once the body is there, which holds the secret. A mark behind a secret does not make it another. */
const BY_SECRET = {
  hook: 'preHandler',
  keyGenerator: ({ ip, params, body }: FastifyRequest) =>
    `${ip} ${Object.values(params as object).join()} ${hashOf(readSecret((body as { secret: string }).secret).secret)}`,
} as const;

/**
 * Asking whether it is one's turn at the desk: counted for each number and secret, since a whole venue shares one address
 * and reads each other's numbers, and whoever asks with wrong secrets silences nobody's.
 */
export const TURN_LIMIT = {
  config: { rateLimit: { max: 60, timeWindow: '1 minute', ...BY_SECRET } },
} as const;

/**
 * Opening links: counted for each secret that is tried, since a full hall opens its links in the same minute from one
 * address, and whoever sits there with wrong ones keeps nobody out who has the right one. Every opening is a row on disk,
 * so nobody may open the same one over and over; 32 random bytes are not guessed however often.
 */
export const LINK_LIMIT = {
  config: { rateLimit: { max: 60, timeWindow: '1 minute', ...BY_SECRET } },
} as const;
