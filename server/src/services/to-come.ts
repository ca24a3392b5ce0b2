import { plannedEnd } from '@lapwing/shared/event/event';
import type { StoredEvent } from '../db/repositories/events.ts';
import type { Services } from './services.ts';

/**
 * Nobody has pressed *Start*, the evening is not long past either, and it is not cancelled: places change hands, mentors
 * are asked.
 */
export function isToCome({ evenings, clock }: Services, { id, settings, cancelled }: StoredEvent): boolean {
  const over = plannedEnd(settings);
  return cancelled === null && evenings.engine(id)?.night.moment.phase.kind === 'doors' && clock.now() < over;
}
