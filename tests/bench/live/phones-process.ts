/**
 * A hall full of phones, in a process of its own: what they cost must not be counted with the server. Does what its parent
 * asks, one thing at a time (see phones.ts), and ends with it.
 */
import { type Door, type LightSocket, openLight } from './light-socket.ts';
import type { PhonesAnswer, PhonesRequest } from './phones.ts';
import { machineNow, pause } from './statistics.ts';

/** Whatever happens to the parent, nobody stays in the hall for longer. */
const CLOSING_TIME_MS = 20 * 60_000;
/** Upgrades under way at once while a hall fills in an orderly way. */
const AT_THE_DOOR = 128;
const BACKOFF_FIRST_MS = 200;
const BACKOFF_MOST_MS = 5_000;
const ROOM = Buffer.from('{"t":"room"');
const CARD = Buffer.from('{"t":"card"');
const CLOCK = Buffer.from('{"t":"c"');

interface Phone {
  readonly door: Door;
  socket: LightSocket | null;
  wanted: boolean;
  open: boolean;
  room: boolean;
  card: boolean;
  attempt: number;
  /** When it heard what is being waited for: 0 for not yet. */
  roomAt: number;
  clockAt: number;
  snapshotAt: number;
}

let phones: Phone[] = [];
const begins = (frame: Buffer, with_: Buffer): boolean =>
  frame.length >= with_.length && frame.compare(with_, 0, with_.length, 0, with_.length) === 0;

const phoneAt = (door: Door): Phone => ({
  door,
  socket: null,
  wanted: false,
  open: false,
  room: false,
  card: false,
  attempt: 0,
  roomAt: 0,
  clockAt: 0,
  snapshotAt: 0,
});

function call(phone: Phone): void {
  phone.open = false;
  phone.room = false;
  phone.card = false;
  phone.socket = openLight(phone.door, {
    opened() {
      phone.open = true;
    },
    heard(frame, at) {
      if (begins(frame, ROOM)) {
        phone.room = true;
        if (phone.roomAt === 0) phone.roomAt = at;
      } else if (begins(frame, CARD)) phone.card = true;
      else if (begins(frame, CLOCK)) phone.clockAt = at;
      phone.attempt = 0;
      if (phone.snapshotAt === 0 && phone.room && phone.card) phone.snapshotAt = at;
    },
    closed() {
      phone.socket = null;
      phone.open = false;
      phone.snapshotAt = 0;
      if (phone.wanted) again(phone);
    },
  });
}

/** As the real page does: a random part of a wait that doubles. */
function again(phone: Phone): void {
  const most = Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** phone.attempt);
  phone.attempt += 1;
  setTimeout(() => {
    if (phone.wanted && phone.socket === null) call(phone);
  }, Math.random() * most);
}

async function until(done: () => boolean, deadlineMs: number): Promise<void> {
  const late = machineNow() + deadlineMs;
  while (!done() && machineNow() < late) await pause(5);
}

/** Fills or empties the hall to `count` phones, each with its snapshot where the server sends one. */
async function fill(count: number, snapshot: boolean): Promise<number> {
  const ready = (phone: Phone): boolean => phone.open && (!snapshot || (phone.room && phone.card));
  const inside = phones.slice(0, count);
  for (const phone of phones.slice(count)) {
    phone.wanted = false;
    phone.socket?.close();
  }
  for (let next = 0; next < inside.length; next += AT_THE_DOOR) {
    const group = inside.slice(next, next + AT_THE_DOOR);
    for (const phone of group) {
      phone.wanted = true;
      if (phone.socket === null) call(phone);
    }
    await until(() => group.every(ready), 20_000);
  }
  await until(() => phones.slice(count).every(({ socket }) => socket === null), 20_000);
  return inside.filter((phone) => !ready(phone)).length;
}

const inside = (): Phone[] => phones.filter(({ wanted }) => wanted);

/** One clock question from everybody, spread out so that it is no storm: a phone silent for 45 s would be cut. */
async function beat(): Promise<number> {
  const all = inside();
  for (const phone of all) phone.clockAt = 0;
  for (let next = 0; next < all.length; next += 200) {
    for (const phone of all.slice(next, next + 200))
      phone.socket?.send(JSON.stringify({ t: 'c', a: Math.round(machineNow() * 10) / 10 }));
    await pause(5);
  }
  await until(() => all.every(({ clockAt }) => clockAt > 0), 20_000);
  return all.filter(({ clockAt }) => clockAt === 0).length;
}

async function perform(request: PhonesRequest): Promise<PhonesAnswer> {
  switch (request.verb) {
    case 'enter':
      phones = request.doors.map(phoneAt);
      return { missing: 0 };
    case 'anonymous':
      phones = Array.from({ length: request.count }, () =>
        phoneAt({ port: request.port, path: '/live', cookie: '', origin: '' }),
      );
      return { missing: 0 };
    case 'fill':
      return { missing: await fill(request.count, request.snapshot) };
    case 'beat':
      return { missing: await beat() };
    case 'arm':
      for (const phone of phones) phone.roomAt = 0;
      return { missing: 0 };
    case 'receipts': {
      const all = inside();
      await until(() => all.every(({ roomAt }) => roomAt > 0), request.deadlineMs);
      const at = all.map(({ roomAt }) => roomAt).filter((instant) => instant > 0);
      return { missing: all.length - at.length, at };
    }
    case 'back': {
      const all = inside();
      await until(() => all.every(({ snapshotAt }) => snapshotAt > 0), request.deadlineMs);
      const at = all.map(({ snapshotAt }) => snapshotAt).filter((instant) => instant > 0);
      return { missing: all.length - at.length, at };
    }
  }
}

process.on('message', (request: PhonesRequest) => {
  perform(request).then(
    (answer) => process.send?.({ ...answer, id: request.id }),
    (error) => process.send?.({ missing: 0, id: request.id, error: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit(0));
setTimeout(() => process.exit(3), CLOSING_TIME_MS).unref();
