import { join } from 'node:path';
import { Kiosk, secondsUntilShown } from '../machinery/browser.ts';
import { openNight } from '../machinery/night.ts';
import type { Control, Finding, Trial } from '../trial.ts';

const SHORTLY_MS = 5_000;
/** A browser writes its cookies down within half a minute. */
const MOST_LOOKS = 1_200;
const OUTAGE_MS = 12_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** @param keepsProfile false in the control: the browser comes back as a stranger */
async function projector(keepsProfile: boolean): Promise<Finding> {
  const night = await openNight();
  const kiosk = new Kiosk(join(night.folder, 'profile'));
  const stranger = new Kiosk(join(night.folder, 'other-profile'));
  const faults: string[] = [];
  const link = new URL(night.server.ready?.display ?? '');
  const address = `http://localhost:${night.port}${link.pathname}`;
  try {
    let page = await kiosk.start(`${address}${link.hash}`);
    if ((await secondsUntilShown(page, (await night.look()).v)) === null) faults.push('the display never opened');
    const cookie = `lapwing_${link.pathname.split('/').at(-1)}`;
    for (let look = 0; look < MOST_LOOKS && keepsProfile && !kiosk.remembers(cookie); look++) await pause(50);
    await kiosk.kill9();
    const away = await night.ada.press({ kind: 'pause' });
    // As a browser that restores its pages: the address bar has held no secret since the first opening.
    page = await (keepsProfile ? kiosk : stranger).start(address);
    const back = await secondsUntilShown(page, away.version, keepsProfile ? undefined : SHORTLY_MS);
    if (back === null) faults.push('the display did not come back by itself');
    let cable: number | null = null;
    if (keepsProfile) {
      // The cable is pulled, somebody presses, and it is put back.
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      const offline = (on: boolean) => ({ offline: on, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
      await session.send('Network.emulateNetworkConditions', offline(true));
      const pressed = await night.ada.press({ kind: 'resume' });
      await pause(OUTAGE_MS);
      await session.send('Network.emulateNetworkConditions', offline(false));
      cable = await secondsUntilShown(page, pressed.version);
      if (cable === null) faults.push('the display did not come back to the newest state after an outage');
    }
    const figures = {
      secondsAfterKill: Number((back ?? -1).toFixed(2)),
      secondsAfterOutage: Number((cable ?? -1).toFixed(2)),
    };
    return { figures, faults };
  } finally {
    await kiosk.kill9();
    await stranger.kill9();
    await night.close();
  }
}

export const projectorReturns: Trial = {
  id: 'T26',
  title: 'the projector’s browser is killed, its cable pulled: it returns by itself, without signing in',
  short: false,
  needs: ['chromium'],
  run: () => projector(true),
  async control(): Promise<Control> {
    return { what: 'a browser without the profile', found: await projector(false) };
  },
};
