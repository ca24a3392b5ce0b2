import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { boot } from '../../../server/src/boot.ts';
import { insertPlan, type StoredPlan } from '../../../server/src/db/repositories/plans.ts';
import { transact } from '../../../server/src/db/transact.ts';
import { inventedMentor, inventedStudent } from '../../../server/src/demo/invented-people.ts';
import { changeFloor, createEvent, defaultSettings, emptyFloor } from '../../../server/src/services/event-service.ts';
import { publishPlan } from '../../../server/src/services/live-service.ts';
import { inputsHash, planInput } from '../../../server/src/services/plan-view.ts';
import { enrol } from '../../../server/src/services/roster-service.ts';
import { type Services, wholeNow } from '../../../server/src/services/services.ts';
import type { LinkHolder } from './link-door.ts';

const TABLES = 25;
const ROUNDS = 6;
/** Longer than the benchmark: no phase ends by itself in the middle of a measurement. */
const ROUND_MINUTES = 60;

export interface MadeEvening {
  readonly dataDir: string;
  readonly eventId: EventId;
  readonly planVersion: number;
  readonly students: readonly LinkHolder[];
}

/** An evening in a data folder of its own: people with links, 25 tables with a mentor each, a published plan. */
export async function makeEvening(students: number, minutes = ROUND_MINUTES): Promise<MadeEvening> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapwing-bench-'));
  const env = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    publicUrl: null,
    logLevel: 'error',
    demo: false,
    mail: null,
    slack: null,
    mostPhones: null,
  } as const;
  const server = await boot(env);
  try {
    return { dataDir, ...fill(server.services, students, minutes) };
  } finally {
    await server.close();
  }
}

function fill(services: Services, count: number, minutes: number): Omit<MadeEvening, 'dataDir'> {
  const { db, secrets } = services;
  const settings = {
    ...defaultSettings('Spring evening', wholeNow(services.clock), 'Europe/London'),
    rounds: ROUNDS,
    roundMinutes: minutes,
    changeoverMinutes: 10,
    breakAfterRound: 0,
    boundary: 'hold' as const,
  };
  const eventId = createEvent(services, settings, emptyFloor(TABLES, Math.ceil(count / TABLES) + 1));
  const people = transact<{ mentors: AttendeeId[]; students: AttendeeId[] }, never>(db, (tx) => {
    const add = (role: 'mentor' | 'student', details: object): AttendeeId =>
      enrol(services, tx, eventId, { ...EMPTY_DETAILS, ...details, role }).id;
    return ok({
      mentors: Array.from({ length: TABLES }, (_, index) => add('mentor', inventedMentor(index))),
      students: Array.from({ length: count }, (_, index) => add('student', inventedStudent(index))),
    });
  });
  if (!people.ok) throw new Error('The evening could not be made.');
  const { mentors, students } = people.value;
  services.evenings.changed(eventId);
  const floor = services.evenings.get(eventId)?.tables ?? [];
  const seated = floor.map((table, index) => ({ ...table, mentors: mentors.slice(index, index + 1) }));
  if (!changeFloor(services, eventId, seated).ok) throw new Error('The floor was refused.');
  const planVersion = insertPlan(db, plan(services, eventId, students)).version;
  if (!publishPlan(services, eventId, planVersion, 'Bench').ok) throw new Error('The plan was refused.');
  const holders = students.map((id) => ({ id, secret: secrets.linkSecret('attendee', id, 1) }));
  return { eventId, planVersion, students: holders };
}

/** Everybody one table further each round: no search is to be measured here, and none would end for ten thousand. */
function plan(services: Services, eventId: EventId, students: readonly AttendeeId[]): Omit<StoredPlan, 'version'> {
  const evening = services.evenings.get(eventId);
  if (!evening) throw new Error('The evening is gone.');
  const { tables } = evening;
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    Object.fromEntries(
      tables.map((table, place) => [
        table.id,
        { mentors: table.mentors, students: students.filter((_, n) => (n + round) % tables.length === place) },
      ]),
    ),
  );
  const schedule: Schedule = { rounds };
  return {
    eventId,
    basis: 'expected',
    madeAt: wholeNow(services.clock),
    inputsHash: inputsHash(planInput(services, evening, 'expected')),
    schedule,
    report: {} as StoredPlan['report'],
    seed: 1,
    iterations: 0,
    forStart: false,
    stoppedAfter: null,
    aim: 'balanced',
    editedFrom: null,
    repair: null,
  };
}
