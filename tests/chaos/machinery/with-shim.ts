import { join } from 'node:path';
import type { Tools } from '../trial.ts';
import { Faults } from './fault-shim.ts';
import type { Night } from './night.ts';

/** Starts the night's server again with the fault shim in it; nothing goes wrong yet. */
export async function withShim(night: Night, { shim }: Tools): Promise<Faults> {
  await night.server.stop();
  const faults = new Faults(shim ?? '', join(night.folder, 'faults'), night.dataDir, null);
  night.server.settings = { ...night.server.settings, env: faults.env };
  await night.server.start();
  await night.look();
  return faults;
}
