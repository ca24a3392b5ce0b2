import { attendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { LogEntry } from '@lapwing/shared/protocol/api';
import type { AuditLine, AuditView } from '@lapwing/shared/protocol/audit-api';
import { describe, expect, it } from 'vitest';
import { auditFile, auditRows, filtered, NO_FILTER } from '../../../client/src/organiser/audit/audit-rows.ts';
import './builders.ts';
import { say } from '../../../client/src/organiser/words.ts';

const ANN = attendeeId('ann');
const GONE = attendeeId('k3v9');
const line = (id: number, more: Partial<AuditLine>): AuditLine => ({
  ...{ id, at: instant(id * 1_000), by: 'Mei', now: null, act: 'settings', person: null, other: null, count: null },
  ...more,
});
const night: LogEntry = {
  ...{
    version: 3,
    at: instant(2_500),
    by: '',
    command: { kind: 'replan', planVersion: 2, change: { kind: 'left', people: [ANN] } },
  },
  ...{ phase: { kind: 'doors' }, undone: false, undoable: false },
};
const view: AuditView = {
  lines: [
    line(4, { act: 'import-applied', count: 1 }),
    line(3, { act: 'blocked', person: ANN, other: GONE }),
    line(2, { act: 'let-in', person: GONE, by: '=Ada' }),
  ],
  night: [night],
};
const names = { people: () => 'Ann Lee', table: () => 1 };
const rows = auditRows(view, (id) => (id === ANN ? 'Ann Lee' : `person #${id}`), names);

describe('who did what', () => {
  it('is said in sentences, the newest first, the night among them; who is erased is a number', () => {
    expect(rows.map(({ by, words }) => `${by}: ${say(words)}`)).toEqual([
      'Mei: Imported a file: 1 person new',
      'Mei: Blocked Ann Lee and person #k3v9 from each other',
      ': Has left: Ann Lee',
      '=Ada: Let person #k3v9 in',
    ]);
  });

  it('is filtered by who, what and about whom', () => {
    const keys = (filter: Partial<typeof NO_FILTER>) => filtered(rows, { ...NO_FILTER, ...filter }).map(({ at }) => at);
    expect(keys({ by: 'Mei' })).toEqual([4_000, 3_000]);
    expect(keys({ by: '' })).toEqual([2_500]);
    expect(keys({ what: 'night' })).toEqual([2_500]);
    expect(keys({ person: ANN })).toEqual([3_000, 2_500]);
    expect(keys({ person: GONE, by: 'Mei' })).toEqual([3_000]);
  });

  it('is a file that no spreadsheet takes for formulas', () => {
    const file = auditFile(rows.slice(3), {
      heading: ['When', 'Who', 'What'],
      when: () => '-1',
      who: ({ by }) => by,
      say,
    });
    expect(file).toBe('\uFEFFWhen,Who,What\r\n"\'-1","\'=Ada","Let person #k3v9 in"\r\n');
  });
});
