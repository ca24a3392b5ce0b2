import type { Moment } from '@lapwing/shared/live/state';
import { WITHOUT } from '../controls.ts';
import { audit, expectedPhase, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { personOf, work } from './press-script.ts';

const PHONES = 50;
const LONGEST_RUN_MS = 250;
const CLOCK_TOLERANCE_MS = 100;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Organisers press until the power of SIGKILL ends it at an instant drawn at random; answers seconds until it serves again. */
async function killOnce(night: Night, { random }: Tools): Promise<number> {
  let dead = false;
  const share = Math.floor(night.links.length / night.organisers.length);
  const working = night.organisers.map((organiser, n) => {
    const own = night.links.slice(n * share, (n + 1) * share).map(personOf);
    return work(organiser, random, own, () => dead);
  });
  // The instant is the point of the trial: any state of any request may be the one that is cut.
  await pause(random.below(LONGEST_RUN_MS));
  dead = true;
  await night.server.kill9();
  await Promise.all(working);
  return night.server.start();
}

/** What an outsider who knows the last state and the time must see after a restart. */
function countdownOff(before: Moment, after: Moment, now: number): number {
  const expected = expectedPhase(before, now);
  if (expected.kind !== after.phase.kind) return Number.POSITIVE_INFINITY;
  if (!('endsAt' in expected) || !('endsAt' in after.phase)) return 0;
  return Math.abs(expected.endsAt - after.phase.endsAt);
}

async function crashes(tools: Tools, kills: number, dist?: string, giveUpAtFirst = false): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const crowd = night.crowd(Math.min(PHONES, night.links.length));
  const faults: string[] = [];
  let slowest = 0;
  let worst = 0;
  let killed = 0;
  try {
    await crowd.enter();
    for (; killed < kills && !(giveUpAtFirst && faults.length > 0); killed++) {
      slowest = Math.max(slowest, await killOnce(night, tools));
      for (const organiser of night.organisers) await organiser.settle();
      const room = await night.look();
      const { rows } = audit(night.dataDir, night.eventId, night.record);
      const last = rows.at(-1);
      if (last) worst = Math.max(worst, countdownOff({ ...room.moment, phase: last.phase }, room.moment, Date.now()));
      if (!giveUpAtFirst) await crowd.untilShown(room);
      else faults.push(...told('lost', audit(night.dataDir, night.eventId, night.record).lost));
    }
    if (!giveUpAtFirst) await crowd.answered();
    const found = audit(night.dataDir, night.eventId, night.record);
    const wrong = wrongScreens(crowd.phones, found.rows, new Set());
    faults.push(
      ...told('lost', found.lost),
      ...told('doubled', found.doubled),
      ...told('refused, yet done', found.falseRefused),
      ...told('check-ins lost', found.lostCheckIns),
      ...told('damages', found.damage),
      ...told('wrong screens', wrong),
      ...told(
        'still unknown',
        night.record.unknown.map(({ key }) => key),
      ),
    );
    if (worst > CLOCK_TOLERANCE_MS) faults.push(`a countdown was off by ${worst} ms after a restart`);
    if (crowd.clockOffBy > CLOCK_TOLERANCE_MS) faults.push(`the server's time was off by ${crowd.clockOffBy} ms`);
    const figures = {
      kills: killed,
      presses: night.record.presses.length,
      done: night.record.done.length,
      lost: found.lost.length,
      doubled: found.doubled.length,
      unknownResolved: night.record.unknownResolved,
      checkIns: night.record.checkIns.length,
      wrongScreens: wrong.length,
      maxSecondsToServing: Number(slowest.toFixed(2)),
      countdownOffMs: Math.round(Math.max(worst, crowd.clockOffBy)),
    };
    return { figures, faults };
  } finally {
    crowd.close();
    await night.close();
  }
}

export const crash: Trial = {
  id: 'T1',
  title: 'the server is killed at random instants while three organisers press',
  short: true,
  run: (tools) => crashes(tools, tools.kills),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.waitingForDisk]);
    return { what: 'it answers before the disk has it', found: await crashes(tools, 30, dist, true) };
  },
};
