import type { EventId } from '@lapwing/shared/kernel/ids';
import type { ImportPerson, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { RosterPerson } from '@lapwing/shared/roster-import/read-roster';
import { breathe } from '../breathe.ts';
import { takenOffAt } from '../db/traces.ts';
import type { FileChanges, SomeChanges } from '../reader/job.ts';
import type { Services } from './services.ts';

/** What the preview calls somebody whom an organiser took off the list before they were erased (P8). */
const OFF_LIST = 'off-list';

/** Tells of people whom a file brings anew whether they stay off the list, for the preview and the import alike. */
export function stayOff(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  eventId: EventId,
): (person: Pick<RosterPerson, 'details' | 'accountId'>) => boolean {
  const isOff = takenOffAt(db, secrets, eventId);
  return ({ details, accountId }) => isOff({ ...details, accountId, memberId: null });
}

/** Says in a preview who stays off the list. @param changes what the import of the same file would write */
export async function markOffList(
  services: Services,
  eventId: EventId,
  preview: string,
  { pieces }: FileChanges,
): Promise<string> {
  const isOff = stayOff(services, eventId);
  const off = new Set<number>();
  let seats = 0;
  for (const piece of pieces) {
    await breathe();
    const some = JSON.parse(piece) as SomeChanges;
    const walkIns = (some.walkIns ?? []).flatMap(({ person, id }) => (id === null ? [person] : []));
    for (const person of [...(some.new ?? []), ...walkIns]) if (isOff(person)) off.add(person.record);
    for (const { host, person, add } of some.seats ?? []) if (host === null && off.has(person.record)) seats += add;
  }
  if (off.size === 0) return preview;
  const seen = JSON.parse(preview) as ImportPreview;
  const mark = <Person extends ImportPerson>(person: Person): Person =>
    off.has(person.record) ? { ...person, standing: 'cancelled', flags: [...person.flags, OFF_LIST] } : person;
  const guests = { ...seen.guests, added: seen.guests.added - seats };
  return JSON.stringify({ ...seen, new: seen.new.map(mark), walkIns: seen.walkIns.map(mark), guests });
}
