import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { PersonCommand } from '@lapwing/shared/live/state';
import { pick, type RandomEvening } from './random-evening.ts';
import { isHere, positionOf, type RoomModel } from './room-model.ts';

const MINUTE = 60_000;

/** A change that might be pressed now; some of them make no sense and are refused. */
export async function anyChange(night: RandomEvening, room: RoomModel): Promise<RoomChange> {
  const { random, guests } = night;
  const at = positionOf(night.moment());
  const round = at?.first ?? 1;
  const all = [...guests.values()];
  const of = (role: string, here: boolean): AttendeeId[] =>
    all.filter((one) => one.role === role && isHere(room, one.id, round) === here).map(({ id }) => id);
  const tables = [...room.seats.keys()];
  const later = round + random.below(Math.max(1, (at?.rounds ?? round) - round + 1));
  const some = (role: string, here: boolean): AttendeeId => pick(random, of(role, here)) ?? ('nobody' as AttendeeId);
  const reserve = async (): Promise<AttendeeId> =>
    random.below(2) === 0
      ? (pick(random, of('mentor', false)) ?? night.walkIn('mentor', false))
      : night.walkIn('mentor', false);
  const table = pick(random, tables) as TableId;
  switch (random.below(13)) {
    case 0:
      return { kind: 'arrived', people: [await night.walkIn('student', random.below(6) === 0)] };
    case 1:
      return { kind: 'arrived', people: [some('student', false)] };
    case 2:
      return { kind: 'noShows', people: random.shuffle(of('student', true)).slice(0, 1 + random.below(4)) };
    case 3:
      return { kind: 'left', people: random.shuffle(of('student', true)).slice(0, 1 + random.below(2)) };
    case 4:
      return random.below(3) === 0
        ? { kind: 'noShows', people: [some('mentor', true)] }
        : { kind: 'left', people: [some('mentor', true)], ...(random.below(2) === 0 ? { now: true } : {}) };
    case 5:
      return { kind: 'replaced', mentor: some('mentor', true), by: await reserve() };
    case 6:
    case 7:
      return { kind: 'mentorSeated', mentor: await reserve(), table };
    case 8:
      return { kind: 'tableClosed', table };
    case 9:
      return {
        kind: 'tableAdded',
        table: `new-${guests.size}-${random.below(1_000)}` as TableId,
        seats: 5,
        mentors: random.below(4) === 0 ? [] : [await reserve()],
      };
    case 10:
      return {
        kind: 'moved',
        person: some('student', true),
        round: later,
        table: random.below(4) === 0 ? null : table,
      };
    case 11:
      return { kind: 'swapped', one: some('student', true), other: some('student', true), round: later };
    default:
      return { kind: 'left', people: [some('student', true), some('mentor', true)] };
  }
}

/** Something else that happens to a night: time passes, or somebody presses. */
export async function goOn(night: RandomEvening): Promise<string> {
  const { random, t } = night;
  const round = (positionOf(night.moment())?.first ?? 1) + random.below(3);
  const commands: PersonCommand[] = [
    { kind: 'next' },
    { kind: 'next' },
    { kind: 'pause' },
    { kind: 'resume' },
    { kind: 'back' },
    { kind: 'skip', round },
    { kind: 'endRound' },
    { kind: 'moveNow' },
  ];
  const command = pick(random, commands) as PersonCommand;
  const waits = random.below(3) === 0;
  if (waits) t.clock.advance((1 + random.below(9)) * MINUTE);
  const said = waits ? 'time' : `${command.kind} ${(await night.press(command)).statusCode}`;
  t.clock.advance(2_600);
  return said;
}
