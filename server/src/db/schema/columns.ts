import type { Instant } from '@lapwing/shared/kernel/time';
import { integer } from 'drizzle-orm/sqlite-core';

/** Instants are kept as whole milliseconds since 1970 UTC. */
export const at = (name: string) => integer(name).$type<Instant>();
