import { type OwnDisplay, PLAIN_LOOK } from '@lapwing/shared/protocol/messages';
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DisplayScreen } from '../display/DisplayScreen.tsx';
import type { Device } from '../display/device.ts';
import type { DisplayView } from '../display/display-view.ts';
import { LastPicture } from '../display/LastPicture.tsx';
import { SetUp } from '../display/SetUp.tsx';
import type { Awake } from '../kit/awake.ts';

/** A device that does nothing. */
const device = (sound: boolean, voice: boolean): Device => ({
  bell: { isOn: signal(sound), unlock: async () => undefined, wake: () => undefined, ring: () => undefined },
  voice: { has: signal(voice), say: () => undefined },
  tell: () => undefined,
  setUp: async () => true,
});

export const setUp =
  (own: Partial<OwnDisplay>, sound: boolean, voice: boolean, awake: Awake = 'held'): (() => JSX.Element) =>
  () => (
    <SetUp
      own={{ ...PLAIN_LOOK, t: 'display', name: 'Display 1', flashedAt: null, ...own }}
      {...{ device: device(sound, voice), awake }}
      onFull={() => undefined}
      onDone={() => undefined}
    />
  );

/** Something that cannot be drawn, from the second time on or from the first. */
export const failing =
  (view: DisplayView, from: 1 | 2): (() => JSX.Element) =>
  () => (
    <LastPicture onFailed={() => undefined}>
      <Fails view={view} from={from} />
    </LastPicture>
  );

function Fails({ view, from }: { view: DisplayView; from: 1 | 2 }) {
  const [drawing, setDrawing] = useState(1);
  useEffect(() => setDrawing(2), []);
  if (drawing >= from) throw new Error('cannot be drawn');
  return <DisplayScreen view={view} />;
}
