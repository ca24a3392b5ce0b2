import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { messages } from '../client/build/messages.ts';

/**
 * Files that take more than some 1.5 s of a core are named so; the quick check leaves them to `npm test`. A few of them are most
 * of the time of all tests; what is routine of each route stays where it is quick.
 */
const LONG = '**/*.long.test.{ts,tsx}';

/** One run for everything but the journeys. Tests of the client get a DOM; all others get plain Node. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [messages()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'forks',
    // one core less is the default, which is one of two
    maxWorkers: '100%',
    exclude: process.env.QUICK_CHECK === '1' ? [...configDefaults.exclude, LONG] : configDefaults.exclude,
    // What a module became is kept under node_modules, by its content: four projects would each transform most files.
    experimental: { fsModuleCache: true },
    setupFiles: ['tests/support/quiet-console.ts', 'tests/support/property-seed.ts'],
    restoreMocks: true,
    // far above what any test takes: a busy machine is no failure
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'shared', include: ['tests/shared/**/*.test.ts'], isolate: false } },
      // Server tests share nothing but modules without state, and loading those anew for each file costs half the time.
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/client-shells.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'client',
          include: ['tests/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          isolate: false,
          setupFiles: ['tests/support/own-screen.ts'],
        },
      },
    ],
  },
});
