import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../support/chromium.mjs';

const PATIENCE_MS = 60_000;

/** A browser with a profile that stays, as a projector's has; it can be killed. */
export class Kiosk {
  private readonly profile: string;
  private child: ChildProcess | null = null;
  private browser: Browser | null = null;

  constructor(profile: string) {
    this.profile = profile;
  }

  /** Starts it on an address; answers the page. */
  async start(address: string): Promise<Page> {
    const child = spawn(
      findChromium() ?? '',
      [
        ...CHROMIUM_FLAGS,
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.profile}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.child = child;
    this.browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const [context] = this.browser.contexts();
    const page = context?.pages()[0] ?? (await (context as BrowserContext).newPage());
    await page.goto(address);
    return page;
  }

  /** Whether the profile on disk knows the cookie: a browser writes it there only now and then. */
  remembers(cookie: string): boolean {
    return ['Cookies', 'Cookies-wal', 'Cookies-journal']
      .flatMap((name) => [join(this.profile, 'Default', name), join(this.profile, 'Default', 'Network', name)])
      .some((file) => existsSync(file) && readFileSync(file).includes(cookie));
  }

  async kill9(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    await this.browser?.close().catch(() => undefined);
    this.child = null;
  }
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    const late = setTimeout(() => failed(new Error(`The browser did not start: ${text}`)), PATIENCE_MS);
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const address = /DevTools listening on (ws:\S+)/u.exec(text)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      done(address);
    });
  });
}

/** Resolves with the seconds it took until the page shows this version; with null when it does not in all that time. */
export async function secondsUntilShown(page: Page, v: number, patienceMs = PATIENCE_MS): Promise<number | null> {
  const from = performance.now();
  try {
    await page.locator(`[data-phase][data-version="${v}"]`).first().waitFor({ state: 'attached', timeout: patienceMs });
    return (performance.now() - from) / 1_000;
  } catch {
    return null;
  }
}
