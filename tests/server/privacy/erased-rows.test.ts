import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttendeeId, MemberId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import { eraseMembers, erasePeople } from '../../../server/src/db/erase.ts';
import { PERSONAL_COLUMNS } from '../../../server/src/db/personal-data.ts';
import { MEMBER, marksLeft, OTHER, PERSON, plantRows } from '../../support/planted-rows.ts';
import { testApp } from '../../support/test-app.ts';

const attendeeColumns = Object.entries(PERSONAL_COLUMNS)
  .filter(([, { owner }]) => owner === 'student or mentor')
  .map(([name]) => name);

describe('whoever is erased', () => {
  it('is in no personal column of any table, and nowhere in the file', async () => {
    const t = await testApp();
    plantRows(t.db);
    expect(marksLeft(t.db), 'a mark stands in every personal column').toEqual(attendeeColumns);
    eraseMembers(t.db, [MEMBER as MemberId], { at: instant(1), by: 'person' });
    const gone = erasePeople(t.db, [PERSON as AttendeeId], { at: instant(1), by: 'person' });
    expect(gone.map(({ id }) => id)).toEqual([PERSON]);
    expect(marksLeft(t.db)).toEqual([]);
    expect(t.db.$client.prepare('SELECT id FROM attendees').pluck().all()).toEqual([OTHER]);
    expect(t.db.$client.pragma('foreign_key_check')).toEqual([]);
    t.db.$client.exec('VACUUM');
    t.db.$client.pragma('wal_checkpoint(TRUNCATE)');
    const files = ['lapwing.db', 'lapwing.db-wal'].map((name) => readFileSync(join(t.dataDir, name), 'latin1'));
    expect(files.join('').match(/mark:[a-z_.]+/giu) ?? []).toEqual([]);
  });
});
