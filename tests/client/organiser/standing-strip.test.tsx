import { eventId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { eventApi } from '../../../client/src/organiser/console-api.ts';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { StandingStrip } from '../../../client/src/organiser/people/StandingStrip.tsx';
import { person } from './builders.ts';

afterEach(cleanup);

it('says in whole sentences what followed from one change of standing', () => {
  const [aisha, ben, zoe] = [person('Aisha Karim', { standing: 'waiting' }), person('Ben Ode'), person('Zoe Ray')];
  const store = {
    api: eventApi(eventId('e1')),
    byId: signal(new Map([aisha, ben, zoe].map((one) => [one.id, one]))),
  } as unknown as EventStore;
  const moved = {
    person: aisha,
    before: { standing: 'active', waitingSince: null, saidNo: false, lentUntil: null },
    told: true,
    movedUp: [{ id: ben.id, since: instant(0) }],
    asked: [zoe.id],
  } as const;
  render(<StandingStrip store={store} moved={moved} onGone={() => {}} />);
  expect(screen.getByRole('status').querySelector('span')?.textContent).toBe(
    'Aisha Karim waits. A mail has told them already that they have a place. ' +
      'From the waitlist comes Ben Ode. Asked by e-mail: Zoe Ray.',
  );
});
