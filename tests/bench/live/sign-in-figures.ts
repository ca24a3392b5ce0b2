import { openMailServer } from '../../support/mail-server.ts';
import { type RealServer, realServer } from '../../support/real-server.ts';
import type { Figure } from './figures.ts';
import { median, seeded, shuffled } from './statistics.ts';

const ROUNDS = 80;
const WARM_UP = 5;
const PASSWORD = 'purple kettle walks home';
const KNOWN = 'ada@example.org';
/** So that nobody learns from the time of an answer who has an account. */
const GOAL = { from: 0.8, to: 1.25 } as const;
type Whose = 'known' | 'unknown';

/**
 * How long a no takes for an address that has an account and for one that has none: both in each round, in a new order, so
 * that what else the machine does falls on both alike.
 */
export async function signInFigures(seed: number, log: (line: string) => void): Promise<Figure[]> {
  const mail = await openMailServer();
  const server = await realServer({ SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'us@example.org' });
  try {
    const say = sender(server);
    const secret = new URL(server.ready.console).hash.slice(1);
    await say('/api/console/join', { secret, name: 'Ada', email: KNOWN, password: PASSWORD }, 204);
    log(`${ROUNDS} wrong passwords and mailed links, for known and unknown addresses …`);
    const random = seeded(seed);
    const wrong = await rounds(random, async (email, whose) => {
      const ms = await say('/api/auth/sign-in/email', { email, password: 'another kettle runs away' }, 401);
      // a right one forgives the wrong ones: otherwise the known address would have to wait
      if (whose === 'known') await say('/api/auth/sign-in/email', { email, password: PASSWORD }, 200);
      return ms;
    });
    const mailed = await rounds(random, (email) => say('/api/auth/sign-in/magic-link', { email }, 200));
    if (mail.mails.length === 0) throw new Error('No link was mailed: nothing was measured.');
    return [
      figure('median answer to a wrong password, ms: unknown address / known', wrong),
      figure('median answer to "mail me a link", ms: unknown address / known', mailed),
    ];
  } finally {
    await server.remove();
    await mail.close();
  }
}

async function rounds(
  random: () => number,
  ask: (email: string, whose: Whose) => Promise<number>,
): Promise<Record<Whose, number[]>> {
  const seen: Record<Whose, number[]> = { known: [], unknown: [] };
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const whose of shuffled<Whose>(['known', 'unknown'], random)) {
      // as long as the known one
      const email =
        whose === 'known'
          ? KNOWN
          : `${String.fromCharCode(97 + ((random() * 26) | 0))}${String(100 + round).slice(-2)}@example.org`;
      const ms = await ask(email, whose);
      if (round >= 0) seen[whose].push(ms);
    }
  return seen;
}

function figure(name: string, seen: Record<Whose, number[]>): Figure {
  const [product, plain] = [median(seen.unknown), median(seen.known)];
  return { name, unit: 'ratio', value: product / plain, goal: GOAL, product, plain };
}

/** @returns the milliseconds from the request to the last byte of the answer */
const sender =
  ({ origin }: RealServer) =>
  async (path: string, body: object, expected: number): Promise<number> => {
    const from = performance.now();
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    const ms = performance.now() - from;
    if (answer.status !== expected) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return ms;
  };
