import type { EventStore } from '../event-store.ts';

/** Puts a card of *Needs you* aside on this page until what it is about changes. */
export function putAside({ aside }: Pick<EventStore, 'aside'>, id: string): void {
  aside.value = new Set([...aside.value, id]);
}
