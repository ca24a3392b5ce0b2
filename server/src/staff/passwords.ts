import { hash, verify } from '@node-rs/argon2';

/** How passwords become what the database keeps. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hashed: string): Promise<boolean>;
}

/** argon2id with 19 MiB and two passes, as OWASP's cheat sheet on password storage has it: some 20 ms off the event loop. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @param costs for tests, which hash thousands of times and are not about how long a guess takes */
export const argonPasswords = (costs = COSTS): Passwords => ({
  hash: (password) => hash(password, costs),
  // what is no hash of ours is a password nobody knows
  verify: (password, hashed) => verify(hashed, password).catch(() => false),
});
