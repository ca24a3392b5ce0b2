import { eq, like } from 'drizzle-orm';
import { settings } from '../schema.ts';
import type { Tx } from '../transact.ts';

type Key = (typeof settings.$inferSelect)['key'];

export const readSetting = (tx: Tx, key: Key): string | null =>
  tx.select().from(settings).where(eq(settings.key, key)).get()?.value ?? null;

export const saveSetting = (tx: Tx, key: Key, value: string): void => {
  tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run();
};

export const forgetSetting = (tx: Tx, key: Key): void => {
  tx.delete(settings).where(eq(settings.key, key)).run();
};

/** All settings whose key begins with `prefix`, which holds no wildcards. */
export const listSettings = (tx: Tx, prefix: string): { readonly key: Key; readonly value: string }[] =>
  tx
    .select()
    .from(settings)
    .where(like(settings.key, `${prefix}%`))
    .all();
