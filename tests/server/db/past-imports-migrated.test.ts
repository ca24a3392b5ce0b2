import { expect, it } from 'vitest';
import { dataBefore, filled } from '../../support/data-before.ts';

it('C17 imports of earlier versions know how many they added, changed and asked; of what was taken back nothing is held', () => {
  const { client, migrateOn } = dataBefore('past_imports');
  filled(client, 'community_imports', { id: 'people', kind: 'members', undone_at: null });
  filled(client, 'community_imports', { id: 'made', kind: 'introductions', undone_at: null });
  filled(client, 'community_imports', { id: 'gone', kind: 'members', undone_at: 1 });
  for (const [importId, memberId, before] of [
    ['people', 'ann', null],
    ['people', 'ben', null],
    ['people', 'cy', '{}'],
    ['gone', 'cy', '{}'],
  ])
    filled(client, 'community_import_rows', { import_id: importId, member_id: memberId, before });
  filled(client, 'introductions', { id: 'one', import_id: 'made', state: 'released' });
  filled(client, 'mails', { id: 'mail', key: 'invited:ann', created_at: 7 });
  migrateOn();
  const imports = 'SELECT id, added, changed, asked, file_name, by_staff FROM community_imports ORDER BY id';
  const nobody = { file_name: '', by_staff: null };
  expect(client.prepare(imports).all()).toEqual([
    { id: 'gone', added: 0, changed: 1, asked: 0, ...nobody },
    { id: 'made', added: 1, changed: 0, asked: 0, ...nobody },
    { id: 'people', added: 2, changed: 1, asked: 1, ...nobody },
  ]);
  const rows = 'SELECT import_id, member_id, asked_at FROM community_import_rows ORDER BY member_id';
  expect(client.prepare(rows).raw().all()).toEqual([
    ['people', 'ann', 7],
    ['people', 'ben', null],
    ['people', 'cy', null],
  ]);
});
