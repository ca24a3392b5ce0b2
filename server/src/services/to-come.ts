import { plannedEnd } from '@lapwing/shared/event/event';
import type { StoredEvent } from '../db/repositories/events.ts';
import type { Services } from './services.ts';

/** Nobody has pressed *Start*, and the evening is not long past either: places change hands, mentors are asked. */
export function isToCome({ evenings, clock }: Services, { id, settings }: StoredEvent): boolean {
  const over = plannedEnd(settings);
  return evenings.engine(id)?.night.moment.phase.kind === 'doors' && clock.now() < over;
}
