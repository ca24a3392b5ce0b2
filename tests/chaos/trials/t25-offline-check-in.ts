import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import type { ApiAnswer } from '../../../client/src/kit/api.ts';
import { createPresenceQueue } from '../../../client/src/organiser/check-in/presence-queue.ts';
import { type Night, openNight } from '../machinery/night.ts';
import type { Organiser } from '../machinery/organiser.ts';
import { Relay } from '../machinery/relay.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { personOf } from './press-script.ts';

const SCANS = 50;
const SOON_MS = 100;
const MOST_MS = 30_000;

/** A helper's page: the product's own queue, sending through a line that can be cut. */
function device(organiser: Organiser, retries: boolean) {
  const timers = new Set<NodeJS.Timeout>();
  let lost = 0;
  const replaced = new Map<string, () => void>();
  const queue = createPresenceQueue({
    async send(who, here, at): Promise<ApiAnswer<PresenceAnswer>> {
      const answer = await organiser.event('PUT', `/people/${who}/presence`, at === null ? { here } : { here, at });
      if (answer?.status !== 200) {
        lost += 1;
        return { ok: false, refusal: { code: 'no-answer' } };
      }
      return { ok: true, value: answer.body as PresenceAnswer };
    },
    add: async () => ({ ok: false, refusal: { code: 'no-answer' } }),
    // where the page does not know the time, the word counts when it is heard
    now: () => null,
    kept: { all: () => [], keep: () => undefined, drop: () => undefined },
    heard: () => undefined,
    later(_ms, run) {
      if (retries) timers.add(setTimeout(run, SOON_MS));
    },
  });
  return {
    say: (who: string, here: boolean): Promise<PresenceAnswer | null> =>
      new Promise((done) => {
        // A newer word about the same person replaces this one, which then is never answered.
        replaced.get(who)?.();
        replaced.set(who, () => done(null));
        queue.say(who as AttendeeId, here, (answer) => {
          if (answer?.ok) done(answer.value);
          else if (!retries) done(null);
        });
      }),
    waiting: () => queue.pending.value.size,
    lost: () => lost,
    close: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

interface Person {
  readonly id: string;
  readonly checkedInAt: number | null;
}

const people = async (night: Night): Promise<Map<string, Person>> => {
  const answer = await night.ada.event('GET', '/people');
  return new Map(((answer?.body ?? []) as Person[]).map((person) => [person.id, person]));
};

/** Two helpers scan while their line is cut, some people twice and at both doors; then the line comes back. */
async function offline(tools: Tools, retries: boolean): Promise<Finding> {
  const night = await openNight({ students: 64, tables: 8 });
  const relay = await Relay.open(night.port, tools.random);
  const [ada, bo, cleo] = night.organisers;
  if (!ada || !bo || !cleo) throw new Error('three organisers are needed');
  const scanned = night.links.slice(0, SCANS).map(personOf);
  const faults: string[] = [];
  for (const who of scanned) await ada.event('PUT', `/people/${who}/presence`, { here: false });
  bo.through(relay.port);
  cleo.through(relay.port);
  const doors = [device(bo, retries), device(cleo, retries)] as const;
  try {
    relay.breakLines();
    relay.deaf = true;
    const breaking = setInterval(() => relay.breakLines(), SOON_MS / 2);
    const saying = scanned.flatMap((who, n) => {
      const door = doors[n % 2] ?? doors[0];
      const both = n % 5 === 0 ? [doors[0].say(who, true), doors[1].say(who, true)] : [door.say(who, true)];
      // A second scan of the same card replaces the first.
      return n % 7 === 0 ? [...both.slice(1), door.say(who, true)] : both;
    });
    // Those that reach the server before their answer is lost count too: sent again they must change nothing.
    const until = performance.now() + MOST_MS;
    // on a busy machine it takes a while until the line has cost anybody an answer
    while (doors[0].lost() + doors[1].lost() < SCANS && performance.now() < until)
      await new Promise((done) => setTimeout(done, SOON_MS));
    const early = await people(night);
    clearInterval(breaking);
    relay.deaf = false;
    await Promise.all(saying);
    const after = await people(night);
    const missing = scanned.filter((who) => after.get(who)?.checkedInAt === null);
    const moved = scanned.filter((who) => {
      const first = early.get(who)?.checkedInAt ?? null;
      return first !== null && after.get(who)?.checkedInAt !== first;
    });
    const waiting = doors[0].waiting() + doors[1].waiting();
    if (waiting > 0 && retries) faults.push(`${waiting} scans still wait`);
    faults.push(...told('people missing', missing), ...told('people checked in twice', moved));
    // The two doors disagree: whoever the server hears last is right, whatever the devices' clocks say.
    const [last = ''] = scanned;
    await doors[0].say(last, true);
    await doors[1].say(last, false);
    if ((await people(night)).get(last)?.checkedInAt !== null) faults.push('the earlier of two words won');
    return {
      figures: { scans: saying.length, people: scanned.length, missing: missing.length, doubled: moved.length },
      faults,
    };
  } finally {
    for (const door of doors) door.close();
    await relay.close();
    await night.close();
  }
}

export const offlineCheckIn: Trial = {
  id: 'T25',
  title: 'two helpers check people in without a line, some twice: each person once, the server’s order counts',
  short: false,
  run: (tools) => offline(tools, true),
  async control(tools): Promise<Control> {
    return { what: 'what was not answered is not sent again', found: await offline(tools, false) };
  },
};
