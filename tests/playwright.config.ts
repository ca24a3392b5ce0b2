import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './support/chromium.mjs';

const executablePath = findChromium();

/** The journeys start the built server themselves, each with its own data folder and port. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results',
  workers: 2,
  retries: 0,
  timeout: 120_000,
  // far above what any page takes: a busy machine is no failure
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    browserName: 'chromium',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath === null ? {} : { executablePath }) },
  },
});
