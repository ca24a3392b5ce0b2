import { instant } from '@lapwing/shared/kernel/time';
import { expect, it } from 'vitest';
import { instantAt, wallTime } from '../../../client/src/kit/zoned-time.ts';
import { NINETEEN } from '../organiser/builders.ts';

it('shows an instant as the clock on the wall of its zone', () => {
  expect(wallTime(NINETEEN, 'Europe/London')).toEqual({ date: '2026-11-26', time: '19:00' });
  expect(wallTime(NINETEEN, 'Asia/Kolkata')).toEqual({ date: '2026-11-27', time: '00:30' });
});

it('takes a wall time back to its instant in winter, in summer and at both changes of the clock', () => {
  for (const zone of ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC']) {
    for (const iso of ['2026-11-26T19:00Z', '2026-07-01T18:30Z', '2026-03-29T00:30Z', '2026-10-25T03:30Z']) {
      const moment = instant(Date.parse(iso));
      expect(instantAt(wallTime(moment, zone), zone), `${iso} in ${zone}`).toBe(moment);
    }
  }
});

it('moves a time that summer time leaves out by one hour', () => {
  const skipped = instantAt({ date: '2026-03-29', time: '01:30' }, 'Europe/London');
  expect(skipped).not.toBeNull();
  expect(['00:30', '02:30']).toContain(wallTime(skipped ?? NINETEEN, 'Europe/London').time);
});

it('an empty field is no instant', () => {
  expect(instantAt({ date: '', time: '19:00' }, 'UTC')).toBeNull();
  expect(instantAt({ date: '2026-11-26', time: '' }, 'UTC')).toBeNull();
});
