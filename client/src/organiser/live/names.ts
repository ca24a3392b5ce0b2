import type { EventStore } from '../event-store.ts';
import { listText, t } from '../words.ts';
import { type Names, UNKNOWN } from './change-sentence.ts';

/** More people than these are counted rather than named. */
const MOST_NAMED = 2;

/** Names of people and numbers of tables, as this console knows them. */
export function namesOf({ byId, detail }: Pick<EventStore, 'byId' | 'detail'>): Names {
  const people = byId.value;
  const tables = new Map((detail.value?.tables ?? []).map(({ id, number }) => [id, number]));
  const name = (id: Parameters<typeof people.get>[0]): string => people.get(id)?.name ?? t('names.unknown');
  return {
    people: (ids) => (ids.length > MOST_NAMED ? t('names.count', { count: ids.length }) : listText(ids.map(name))),
    table: (id) => tables.get(id) ?? UNKNOWN,
  };
}
