import WebSocket from 'ws';
import { WITHOUT } from '../controls.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { openNight } from '../machinery/night.ts';
import { Relay } from '../machinery/relay.ts';
import type { Control, Finding, Tools, Trial } from '../trial.ts';

const CUT_OFF = 20;
const REACHED = 20;
/** Cut after 45 s of silence, looked for every 5 s; the rest is for a busy machine. */
const CUT_WITHIN_MS = 75_000;

/** Cables are cut without a farewell: the server has to notice, and nobody may sit twice when they are back. */
async function halfOpen(tools: Tools, dist?: string): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const relay = await Relay.open(night.port, tools.random);
  const away = night.crowdOf(night.links.slice(0, CUT_OFF), relay.port);
  const here = night.crowdOf(night.links.slice(CUT_OFF, CUT_OFF + REACHED));
  const faults: string[] = [];
  let phones = -1;
  const console = new WebSocket(`ws://127.0.0.1:${night.port}/api/events/${night.eventId}/socket`, {
    headers: { cookie: night.ada.cookie, origin: `http://127.0.0.1:${night.port}` },
  });
  console.on('message', (data) => {
    const message = JSON.parse(String(data)) as { t: string; phones?: number };
    if (message.t === 'staff') phones = message.phones ?? phones;
  });
  const beating = setInterval(() => {
    for (const phone of here.phones) phone.ask();
    if (console.readyState === WebSocket.OPEN) console.send(JSON.stringify({ t: 'c', a: 1 }));
  }, 5_000);
  try {
    for (const crowd of [away, here]) await crowd.enter(night.port);
    for (const crowd of [away, here]) await crowd.answered();
    relay.silent = true;
    const from = performance.now();
    if (!(await relay.untilCut(CUT_OFF, CUT_WITHIN_MS))) faults.push('lines without a sign of life were not cut');
    const seconds = Math.round((performance.now() - from) / 1_000);
    await here.answered();
    if (phones !== REACHED && faults.length === 0) faults.push(`the console counts ${phones} phones, not ${REACHED}`);
    relay.silent = false;
    relay.breakLines();
    await night.ada.press({ kind: 'pause' });
    for (const crowd of [away, here]) await crowd.untilShown(await night.look());
    await away.answered();
    if (phones > CUT_OFF + REACHED) faults.push(`after the return the console counts ${phones} phones`);
    return { figures: { cutOff: CUT_OFF, secondsToNotice: seconds, countedAfter: phones }, faults };
  } finally {
    clearInterval(beating);
    console.terminate();
    for (const crowd of [away, here]) crowd.close();
    await relay.close();
    await night.close();
  }
}

export const halfOpenLines: Trial = {
  id: 'T9',
  title: 'cables are cut without a farewell: noticed, counted right, and nobody sits twice after the return',
  short: false,
  run: (tools) => halfOpen(tools),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.silenceCut]);
    return { what: 'silent sockets are never cut', found: await halfOpen(tools, dist) };
  },
};
