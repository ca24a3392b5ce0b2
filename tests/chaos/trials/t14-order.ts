import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { FrameRelay } from '../machinery/frame-relay.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { productPhones, untilAll } from '../machinery/product-phones.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { anyPress } from './press-script.ts';

const PHONES = 20;

/** Organisers press while the relay mixes frames up and breaks lines; then the air clears and one more press is made. */
async function stir(night: Night, relay: FrameRelay, presses: number, { random }: Tools): Promise<RoomFrame> {
  await relay.untilLines(PHONES);
  for (let step = 0; step < presses; step++) {
    await night.ada.press(anyPress(random));
    const killed = step === Math.floor(presses / 2);
    if (killed) {
      await night.server.kill9();
      await night.server.start();
    }
    const broken = random.below(25) === 0;
    if (broken) relay.breakLines();
    if (killed || broken) await relay.untilLines(PHONES);
  }
  relay.disturbing = false;
  await relay.untilLines(PHONES);
  await night.look();
  for (const kind of ['pause', 'resume', 'undo'] as const) await night.ada.press({ kind });
  return night.look();
}

/** What a screen showed against the order of things: within one run of the server nothing may come back. */
function stepsBack(shown: readonly RoomFrame[]): string[] {
  return shown.flatMap((frame, index) => {
    const last = shown[index - 1];
    // Nothing but commands make versions, so that they rise over a restart as well.
    return last && frame.v <= last.v && !(frame.v === last.v && frame.epoch !== last.epoch)
      ? [`${frame.v} after ${last.v}`]
      : [];
  });
}

async function ownPhones(tools: Tools): Promise<Finding> {
  const night = await openNight();
  const relay = await FrameRelay.open(night.port, tools.random);
  const phones = await productPhones(night.links.slice(0, PHONES), night.port, relay.port);
  try {
    await untilAll(phones, 'a first state', ({ shown }) => shown.length > 0);
    const last = await stir(night, relay, tools.short ? 120 : 400, tools);
    await untilAll(phones, `version ${last.v}`, ({ model }) => {
      const room = model.room.value;
      return room?.epoch === last.epoch && room.v === last.v;
    });
    const { rows } = audit(night.dataDir, night.eventId, night.record);
    const byVersion = new Map(rows.map((row) => [row.version, JSON.stringify(row.phase)]));
    const back = phones.flatMap(({ shown }) => stepsBack(shown));
    const other = phones.flatMap(({ shown }) =>
      shown.filter(({ v, moment }) => byVersion.get(v) !== JSON.stringify(moment.phase)).map(({ v }) => `version ${v}`),
    );
    const figures = {
      framesDisturbed: relay.disturbed,
      statesShown: phones.reduce((sum, { shown }) => sum + shown.length, 0),
      wrongScreens: back.length + other.length,
    };
    return { figures, faults: [...told('steps back', back), ...told('states that are not on disk', other)] };
  } finally {
    for (const { model } of phones) model.close();
    await relay.close();
    await night.close();
  }
}

/** Phones that show whatever comes, in the same weather. */
async function trustingPhones(tools: Tools): Promise<Finding> {
  const night = await openNight();
  const relay = await FrameRelay.open(night.port, tools.random);
  const crowd = night.crowd(PHONES, { newestWins: false }, relay.port);
  try {
    await crowd.enter(night.port);
    const last = await stir(night, relay, 60, tools);
    await crowd.untilShown(last);
    const { rows } = audit(night.dataDir, night.eventId, night.record);
    return { figures: {}, faults: told('wrong screens', wrongScreens(crowd.phones, rows, new Set())) };
  } finally {
    crowd.close();
    await relay.close();
    await night.close();
  }
}

export const order: Trial = {
  id: 'T14',
  title: 'frames come twice, swapped, and late from an old line: the product’s own phones never step back',
  short: true,
  run: ownPhones,
  async control(tools): Promise<Control> {
    return { what: 'phones without the version rule', found: await trustingPhones(tools) };
  },
};
