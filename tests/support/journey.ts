import { test } from '@playwright/test';
import { type MailServer, type MailServerOptions, openMailServer } from './mail-server.ts';
import { type RealServer, realServer } from './real-server.ts';
import { type Screens, screensOf } from './screens.ts';

/**
 * Whether every state is looked at in every manner (`WHOLE=1`, for who changed how screens are laid out), and not in the
 * hardest ones alone, whose faults the others share.
 */
export const isWhole = process.env.WHOLE === '1';

/** One built server for all tests of the file that calls this at its head. @param env as `realServer` takes it */
export function serverForAll(env: Parameters<typeof realServer>[0] = {}): RealServer {
  let server: RealServer;
  test.beforeAll(async () => {
    server = await realServer(env);
  });
  test.afterAll(async () => server.remove());
  return serverToCome(() => server);
}

/** The same, with a mail server of its own to which it gives its mail. @param options of the mail server */
export function mailingServerForAll(
  env: Parameters<typeof realServer>[0] = {},
  options: MailServerOptions = {},
): { readonly server: RealServer; readonly post: MailServer } {
  let server: RealServer;
  let post: MailServer;
  test.beforeAll(async () => {
    post = await openMailServer(options);
    const mailing = { SMTP_URL: `smtp://127.0.0.1:${post.port}`, MAIL_FROM: 'events@night.example.org' };
    server = await realServer({ ...mailing, ...env });
  });
  test.afterAll(async () => {
    await server.remove();
    await post.close();
  });
  return {
    server: serverToCome(() => server),
    post: {
      get port() {
        return post.port;
      },
      get mails() {
        return post.mails;
      },
      get asked() {
        return post.asked;
      },
      connections: () => post.connections(),
      close: () => post.close(),
    },
  };
}

/** A server that a hook starts: what is asked of it before has no answer. */
const serverToCome = (server: () => RealServer): RealServer => ({
  get origin() {
    return server().origin;
  },
  get ready() {
    return server().ready;
  },
  kill9: () => server().kill9(),
  start: () => server().start(),
  stop: () => server().stop(),
  remove: () => server().remove(),
  ageSignIns: (...asked) => server().ageSignIns(...asked),
  write: (...asked) => server().write(...asked),
});

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
