import type { StartOffer } from '@lapwing/shared/protocol/api';
import type { ApiAnswer } from '../../kit/api.ts';
import type { Outcome } from './press.ts';

export interface StartPorts {
  /** The offer on the screen, null while none is known. */
  offer(): StartOffer | null;
  fetchOffer(): Promise<ApiAnswer<StartOffer>>;
  start(planVersion: number): Promise<Outcome>;
}

/**
 * One press starts the evening: with the offer on the screen, or with a new one when somebody came in meanwhile
 * (`plan-outdated`), once.
 */
export async function startEvening(ports: StartPorts): Promise<Outcome> {
  let offer = ports.offer();
  if (offer !== null) {
    const outcome = await ports.start(offer.planVersion);
    if (outcome !== 'plan-outdated') return outcome;
  }
  const answer = await ports.fetchOffer();
  if (!answer.ok) return answer.refusal.code;
  offer = answer.value;
  return ports.start(offer.planVersion);
}
