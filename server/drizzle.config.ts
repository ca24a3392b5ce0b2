import { defineConfig } from 'drizzle-kit';

/** Paths count from the repository's root, where `npm run db:generate` runs. */
export default defineConfig({ dialect: 'sqlite', schema: './server/src/db/schema.ts', out: './migrations' });
