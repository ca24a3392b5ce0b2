import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { LiveRequest, LogEntry, PlanView } from '@lapwing/shared/protocol/api';
import { listCommands } from '../db/repositories/nights.ts';
import { findPlan } from '../db/repositories/plans.ts';
import { currentPlan, planFits } from './plan-service.ts';
import { repairFits } from './repair-service.ts';
import type { Services } from './services.ts';

const LOG_LENGTH = 100;

/** One press of an organiser: idempotent by its key, refused when somebody else was first. */
export function pressLive(
  services: Services,
  eventId: EventId,
  request: LiveRequest,
  by: string,
): Result<void, Refusal> {
  const engine = services.evenings.engine(eventId);
  if (!engine) return refused(refusal('not-found'));
  const { command } = request;
  if (command.kind === 'publish') return refused(refusal('bad-request', { field: 'command' }));
  // A repeated start must answer as the first one did, although its plan is outdated by then.
  if (command.kind === 'start' && engine.night.moment.phase.kind === 'doors') {
    const fits = planFits(services, eventId, command.planVersion);
    if (!fits.ok) return fits;
  }
  // A repeated one must answer as the first did, although the plan it mended is no longer followed by then.
  if (command.kind === 'replan' && !engine.knows(request.key)) {
    const fits = repairFits(services, eventId, command.planVersion, command.change);
    if (!fits.ok) return fits;
  }
  const pressed = engine.press({ ...request, by });
  if (pressed.ok && command.kind === 'start') services.planner.warmUp();
  return pressed.ok ? ok(undefined) : pressed;
}

/** Makes a plan the one people follow; its cards go to the phones. Can be taken back like every act. */
export function publishPlan(
  services: Services,
  eventId: EventId,
  version: number,
  by: string,
): Result<PlanView | undefined, Refusal> {
  const engine = services.evenings.engine(eventId);
  if (!engine) return refused(refusal('not-found'));
  if (!findPlan(services.db, eventId, version)) return refused(refusal('plan-missing'));
  if (engine.night.moment.planVersion !== version) {
    const key = services.secrets.newSecret();
    const expectedVersion = engine.night.version;
    const pressed = engine.press({ key, expectedVersion, command: { kind: 'publish', planVersion: version }, by });
    if (!pressed.ok) return pressed;
  }
  return currentPlan(services, eventId);
}

/** What was done tonight and by whom, newest first. */
export function readLog(services: Services, eventId: EventId, most = LOG_LENGTH): Result<LogEntry[], Refusal> {
  const engine = services.evenings.engine(eventId);
  if (!engine) return refused(refusal('not-found'));
  const undoable = new Set(engine.night.undoable.map((act) => act.version));
  return ok(
    listCommands(services.db, eventId, most).map(({ version, at, by, command, phase, undone }) => ({
      version,
      at,
      by,
      command,
      phase,
      undone,
      undoable: undoable.has(version),
    })),
  );
}
