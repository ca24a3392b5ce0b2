import { expect, it } from 'vitest';
import { productSources, read } from './sources.ts';

it('the log of the database is moved by the sealer and at the end, nowhere else: or no server would start after a crash', () => {
  const movers = productSources().filter((path) => /wal_(auto)?checkpoint/u.test(read(path)));
  expect(movers.sort()).toEqual(['server/src/db/data-folder.ts', 'server/src/db/seal.ts']);
});
