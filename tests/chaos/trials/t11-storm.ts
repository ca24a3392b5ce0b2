import { readFileSync } from 'node:fs';
import { WITHOUT } from '../controls.ts';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { openNight } from '../machinery/night.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const PHONES = 1_000;
const STORMS = 3;
const TICKS_PER_SECOND = 100;

/** Processor time the process has used, in ms; 0 where the system does not tell. */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

/** The server is killed with a full hall connected, and while all come back somebody presses. */
async function storms(phones: number, count: number, dist?: string): Promise<Finding> {
  const night = await openNight({ students: phones - 50, tables: 50, ...(dist === undefined ? {} : { dist }) });
  const crowd = night.crowd(phones, { jitterMs: 800 });
  const faults: string[] = [];
  let slowest = 0;
  let spent = 0;
  try {
    await crowd.enter();
    await crowd.untilShown(await night.look());
    for (let storm = 0; storm < count; storm++) {
      await night.server.kill9();
      await night.server.start();
      const from = performance.now();
      const before = processorMs(night.server.pid);
      await night.look();
      // In the middle of it.
      const pressed = await night.ada.press({ kind: storm % 2 === 0 ? 'pause' : 'resume' });
      if (pressed.outcome !== 'done') faults.push(`a press in the storm was ${pressed.outcome} ${pressed.code}`);
      const patience = dist === undefined ? undefined : 15_000;
      const room = await night.look();
      const shows = ({ live, shown }: (typeof crowd.phones)[number]): boolean =>
        live && shown?.epoch === room.epoch && shown.v >= room.v;
      await crowd.until(`version ${room.v} after a storm`, shows, patience);
      slowest = Math.max(slowest, (performance.now() - from) / 1_000);
      spent += processorMs(night.server.pid) - before;
    }
    const { rows, lost } = audit(night.dataDir, night.eventId, night.record);
    const wrong = wrongScreens(crowd.phones, rows, new Set());
    faults.push(...told('lost', lost), ...told('wrong screens', wrong));
    const figures = {
      phones: crowd.phones.length,
      kills: count,
      slowestSecondsToAllBack: Number(slowest.toFixed(2)),
      serverMsPerPhone: Number((spent / count / crowd.phones.length).toFixed(3)),
      lost: lost.length,
      wrongScreens: wrong.length,
    };
    return { figures, faults };
  } finally {
    crowd.close();
    await night.close();
  }
}

export const storm: Trial = {
  id: 'T11',
  title: 'the server is killed with 1,000 phones connected; all come back at once, and somebody presses meanwhile',
  short: false,
  run: (_tools: Tools) => storms(PHONES, STORMS),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.snapshot]);
    const found = await storms(100, 1, dist).catch((error: Error) => ({ figures: {}, faults: [error.message] }));
    return { what: 'no snapshot on connect', found };
  },
};
