import type { Reseat } from '@lapwing/shared/event/reseat';
import type { SeatLock, SeatLockChange } from '@lapwing/shared/event/seat-lock';
import type { NewPlanRequest, PlanSummary, PlanView } from '@lapwing/shared/protocol/api';
import { type ApiAnswer, request } from '../../kit/api.ts';

type Answer<T> = Promise<ApiAnswer<T>>;

/** A thorough search takes its time; it goes on on the server if this page gives up waiting. */
const PLAN_TIME_OUT_MS = 300_000;

/** The calls about plans and the seats that stay in them. @param base address of the event */
export const planApi = (base: string) => ({
  plan: (): Answer<PlanView> => request('GET', `${base}/plan`),
  makePlan: (wanted: NewPlanRequest): Answer<PlanView> => request('POST', `${base}/plan`, wanted, PLAN_TIME_OUT_MS),
  stopPlan: (): Answer<void> => request('POST', `${base}/plan/stop`),
  keptPlans: (): Answer<PlanSummary[]> => request('GET', `${base}/plans`),
  keptPlan: (version: number): Answer<PlanView> => request('GET', `${base}/plan/${version}`),
  seatLocks: (): Answer<SeatLock[]> => request('GET', `${base}/seat-locks`),
  lockSeats: (change: SeatLockChange): Answer<SeatLock[]> => request('PUT', `${base}/seat-locks`, change),
  editPlan: (version: number, changes: readonly Reseat[]): Answer<PlanView> =>
    request('POST', `${base}/plan/${version}/edited`, { changes }),
  publishPlan: (version: number): Answer<PlanView> => request('POST', `${base}/plan/${version}/publish`),
});
