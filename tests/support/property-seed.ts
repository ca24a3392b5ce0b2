/**
 * Property tests draw the same cases in every run, so that a red run says something about the change it ran on. To hunt
 * for new counterexamples: `PROPERTY_SEED=random npx vitest run -c tests/vitest.config.ts PATTERN`, or a number to come
 * back to one. What a hunt finds becomes a test with its own case.
 */
import fc from 'fast-check';

const asked = process.env.PROPERTY_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20_261_129) });
