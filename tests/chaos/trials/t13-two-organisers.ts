import type { PersonCommand } from '@lapwing/shared/live/state';
import { WITHOUT } from '../controls.ts';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import type { Pressed } from '../machinery/record.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const PAIRS: readonly (readonly [PersonCommand, PersonCommand])[] = [
  [{ kind: 'next' }, { kind: 'next' }],
  [{ kind: 'next' }, { kind: 'pause' }],
  [{ kind: 'undo' }, { kind: 'next' }],
];
const FURTHEST_APART_MS = 20;
const PHONES = 20;

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Round 1 talks, no start is announced, and there is an act to undo: both presses of any pair are possible. */
async function prepare({ ada, organisers }: Night, before: number): Promise<void> {
  // Back to where round 1 talked, so that the night never runs out of rounds.
  for (let tries = 0; tries < 4 && (ada.room?.moment.phase.kind !== 'talking' || ada.room.v === before); tries++) {
    if ((await ada.press({ kind: 'undo' })).code === 'version-conflict') await ada.look();
  }
  for (const kind of ['pause', 'resume'] as const) await ada.press({ kind });
  for (const organiser of organisers) organiser.room = ada.room;
}

async function collide(night: Night, round: number, { random }: Tools): Promise<Pressed[]> {
  const [ada, bo] = random.shuffle([...night.organisers]);
  const pair = PAIRS[round % PAIRS.length];
  if (!ada || !bo || !pair) return [];
  const apart = random.below(FURTHEST_APART_MS + 1);
  return Promise.all([ada.press(pair[0]), later(apart).then(() => bo.press(pair[1]))]);
}

async function collisions(tools: Tools, rounds: number, dist?: string): Promise<Finding> {
  const night = await openNight({ organisers: 2, ...(dist === undefined ? {} : { dist }) });
  const crowd = night.crowd(PHONES);
  const faults: string[] = [];
  let winners = 0;
  try {
    await crowd.enter();
    let before = 0;
    for (let round = 0; round < rounds; round++) {
      await prepare(night, before);
      before = night.ada.room?.v ?? 0;
      // A press that comes 20 ms later must still carry what its organiser saw.
      const both = await collide(night, round, tools);
      const done = both.filter(({ outcome }) => outcome === 'done');
      const told409 = both.filter(({ code }) => code === 'version-conflict');
      winners += done.length;
      if (done.length !== 1 || told409.length !== 1)
        faults.push(
          `round ${round}: ${both.map(({ command, outcome, code }) => `${command.kind} ${outcome} ${code}`).join(' and ')}`,
        );
      const room = await night.look();
      if (room.v !== before + 1) faults.push(`round ${round}: version ${room.v} after ${before}`);
    }
    await crowd.untilShown(await night.look());
    const found = audit(night.dataDir, night.eventId, night.record);
    const wrong = wrongScreens(crowd.phones, found.rows, new Set());
    faults.push(...told('lost', found.lost), ...told('doubled', found.doubled), ...told('wrong screens', wrong));
    const figures = {
      rounds,
      winners,
      lost: found.lost.length,
      doubled: found.doubled.length,
      wrongScreens: wrong.length,
    };
    return { figures, faults };
  } finally {
    crowd.close();
    await night.close();
  }
}

export const twoOrganisers: Trial = {
  id: 'T13',
  title: 'two organisers press on the same version, up to 20 ms apart: exactly one wins',
  short: true,
  run: (tools) => collisions(tools, tools.short ? 100 : 500),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.versions]);
    return { what: 'the version is not compared', found: await collisions(tools, 12, dist) };
  },
};
