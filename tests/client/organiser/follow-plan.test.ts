import type { PlanView } from '@lapwing/shared/protocol/api';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { followPlan } from '../../../client/src/organiser/follow-plan.ts';
import { moment } from './builders.ts';

const plan = (version: number): PlanView => ({ version }) as PlanView;
const frame = (planVersion: number): RoomFrame => ({
  ...{ t: 'room', protocol: 2, epoch: 'e', v: 1 },
  moment: { ...moment({ kind: 'doors' }), planVersion },
});
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

it('shows the plan the room follows, also when the newest is a draft of a change', async () => {
  const room = signal<RoomFrame | null>(null);
  const newest = signal<PlanView | null | undefined>(undefined);
  const asked: number[] = [];
  const { followed, stop } = followPlan(
    {
      async keptPlan(version) {
        asked.push(version);
        return { ok: true, value: plan(version) };
      },
    },
    { room },
    newest,
  );
  expect(followed.value).toBeNull();
  room.value = frame(3);
  newest.value = plan(3);
  expect(followed.value?.version).toBe(3);
  newest.value = plan(4);
  expect(followed.value?.version, 'a preview is no plan that people follow').toBe(3);
  expect(asked).toEqual([]);
  room.value = frame(4);
  expect(followed.value?.version).toBe(4);
  room.value = frame(2);
  expect(followed.value, 'never names of another plan').toBeNull();
  await settled();
  expect(followed.value?.version).toBe(2);
  expect(asked).toEqual([2]);
  stop();
});
