import { test } from '@playwright/test';
import { type RealServer, realServer } from './real-server.ts';
import { type Screens, screensOf } from './screens.ts';

/** One built server for all tests of the file that calls this at its head. @param env as `realServer` takes it */
export function serverForAll(env: Parameters<typeof realServer>[0] = {}): RealServer {
  let server: RealServer;
  test.beforeAll(async () => {
    server = await realServer(env);
  });
  test.afterAll(async () => server.remove());
  return {
    get origin() {
      return server.origin;
    },
    get ready() {
      return server.ready;
    },
    kill9: () => server.kill9(),
    start: () => server.start(),
    stop: () => server.stop(),
    remove: () => server.remove(),
    ageSignIns: (...asked) => server.ageSignIns(...asked),
    write: (...asked) => server.write(...asked),
  };
}

/** The pages of each test of the file: closed after it, and of a test that failed a picture of every one is kept. */
export function screensForEach(): Screens {
  let screens: Screens;
  test.beforeEach(({ browser }) => {
    screens = screensOf(browser);
  });
  test.afterEach(async () => {
    const info = test.info();
    if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
    await screens.close();
  });
  return {
    open: (...asked) => screens.open(...asked),
    whileServerIsGone: (work) => screens.whileServerIsGone(work),
    expectNoErrors: (but) => screens.expectNoErrors(but),
    picture: (pathOf) => screens.picture(pathOf),
    close: () => screens.close(),
  };
}
