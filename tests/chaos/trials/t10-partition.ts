import { audit } from '../machinery/audit.ts';
import { openNight } from '../machinery/night.ts';
import { type ProductPhone, productPhones, untilAll } from '../machinery/product-phones.ts';
import { FAIR, Relay, type Weather } from '../machinery/relay.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const PHONES = 30;
const PRESSES = 20;
const OUTAGES_MS = [3_000, 15_000];
/** 150 ms each way with jitter, and every twentieth piece has to be sent again. */
const BAD: Weather = { delayMs: 150, jitterMs: 40, stallShare: 5, stallMs: 600 };
const PATIENCE_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** Milliseconds until each phone shows the version. */
async function receipts(phones: readonly ProductPhone[], v: number): Promise<number[]> {
  const from = performance.now();
  const took: number[] = [];
  await Promise.all(
    phones.map(async (phone) => {
      await untilAll([phone], `version ${v}`, ({ model }) => (model.room.value?.v ?? 0) >= v, PATIENCE_MS);
      took.push(performance.now() - from);
    }),
  );
  return took;
}

/** @param brings false in the control: the line never comes back */
async function partition(tools: Tools, presses: number, outages: readonly number[], brings: boolean): Promise<Finding> {
  const night = await openNight();
  const relay = await Relay.open(night.port, tools.random, BAD);
  const phones = await productPhones(night.links.slice(0, PHONES), night.port, relay.port);
  const faults: string[] = [];
  const took: number[] = [];
  try {
    await untilAll(phones, 'a first state', ({ shown }) => shown.length > 0);
    for (let n = 0; n < presses; n++) {
      const { version } = await night.ada.press({ kind: n % 2 === 0 ? 'pause' : 'resume' });
      took.push(...(await receipts(phones, version)));
    }
    for (const outage of outages) {
      relay.silent = true;
      // The organiser's own laptop is cut off as well: its press is not known, and settled by the same key afterwards.
      night.ada.through(relay.port);
      const pressing = night.ada.press({ kind: night.ada.room?.moment.phase.kind === 'paused' ? 'resume' : 'pause' });
      await pause(outage);
      for (const { model, id } of phones)
        if (model.shown.value === null || model.card.value === null) faults.push(`${id} lost its schedule`);
      const claim = phones.filter(({ model }) => outage > 11_000 && model.status.value === 'live');
      if (claim.length > 0) faults.push(`${claim.length} phones still said that they are connected after ${outage} ms`);
      if (!brings) break;
      relay.silent = false;
      relay.breakLines();
      night.ada.through(night.port);
      await pressing;
      await night.ada.look();
      await night.ada.settle();
      relay.weather = FAIR;
      await receipts(phones, (await night.look()).v);
      relay.weather = BAD;
    }
    night.ada.through(night.port);
    const newest = await night.look();
    const newestAndSure = ({ model }: ProductPhone): boolean =>
      model.room.value?.v === newest.v && model.status.value === 'live';
    if (brings) await untilAll(phones, `version ${newest.v}, and sure of it`, newestAndSure);
    const { rows, lost, doubled } = audit(night.dataDir, night.eventId, night.record);
    const stale = phones.filter(({ model }) => model.room.value?.v !== newest.v || model.status.value !== 'live');
    const byVersion = new Map(rows.map((row) => [row.version, JSON.stringify(row.phase)]));
    const wrong = phones.flatMap(({ shown }) =>
      shown.filter(({ v, moment }) => byVersion.get(v) !== JSON.stringify(moment.phase)).map(({ v }) => `version ${v}`),
    );
    faults.push(
      ...told(
        'phones behind or unsure',
        stale.map(({ id }) => id),
      ),
    );
    faults.push(...told('lost', lost), ...told('doubled', doubled), ...told('wrong rounds', wrong));
    took.sort((one, other) => one - other);
    const figures = { receiptP50Ms: at(took, 0.5), receiptP99Ms: at(took, 0.99), outages: outages.length };
    return { figures: { ...figures, wrongScreens: wrong.length, lost: lost.length, doubled: doubled.length }, faults };
  } finally {
    for (const { model } of phones) model.close();
    await relay.close();
    await night.close();
  }
}

export const partitioned: Trial = {
  id: 'T10',
  title: '150 ms each way, jitter, stalls, outages, the organiser’s own laptop cut off: right or honest',
  short: false,
  run: (tools) => partition(tools, PRESSES, OUTAGES_MS, true),
  async control(tools): Promise<Control> {
    return { what: 'the line never comes back', found: await partition(tools, 1, [12_000], false) };
  },
};
