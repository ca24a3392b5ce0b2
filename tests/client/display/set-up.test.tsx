// @vitest-environment happy-dom
import { type DisplayLook, PLAIN_LOOK } from '@lapwing/shared/protocol/messages';
import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Device } from '../../../client/src/display/device.ts';
import { SetUp } from '../../../client/src/display/SetUp.tsx';
import type { Awake } from '../../../client/src/kit/awake.ts';
import type { Cue } from '../../../client/src/kit/cues.ts';

const OWN = { ...PLAIN_LOOK, t: 'display', name: 'Left wall', flashedAt: null } as const;
let rung: Cue[];
let said: string[];
let looks: DisplayLook[];
let takes: boolean;
beforeEach(() => {
  [rung, said, looks, takes] = [[], [], [], true];
  localStorage.clear();
});
afterEach(cleanup);

function open({ voice = true, awake = 'held', layout = 'auto' as DisplayLook['layout'] } = {}): void {
  const isOn = signal(false);
  const device: Device = {
    bell: {
      isOn,
      unlock: async () => {
        isOn.value = true;
      },
      wake: () => undefined,
      ring: (cue) => rung.push(cue),
    },
    voice: { has: signal(voice), say: (words) => said.push(words) },
    tell: () => undefined,
    setUp: async (look) => {
      looks.push(look);
      return takes;
    },
  };
  const props = { own: { ...OWN, layout }, device, awake: awake as Awake };
  render(<SetUp {...props} onFull={() => undefined} onDone={() => undefined} />);
}

const press = (name: string): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

it('turns the sound on with a click, and rings each bell', async () => {
  open();
  await press('Sound is off. Click to turn it on');
  await press('1 minute left');
  await press('Move');
  await press('A round begins');
  expect(rung).toEqual(['minute', 'minute', 'move', 'begin']);
  expect(screen.getByRole('button', { name: 'Sound is on. Click to test it' })).toBeTruthy();
});

it('sends the whole look with what was changed, and says when the server did not take it', async () => {
  open();
  await act(async () => void fireEvent.click(screen.getByLabelText('Light, for a lit room')));
  expect(looks).toEqual([{ ...PLAIN_LOOK, theme: 'bright' }]);
  await act(async () => void fireEvent.click(screen.getByLabelText('The countdown alone')));
  await act(async () => void fireEvent.click(screen.getByLabelText('Say aloud what is announced')));
  expect(looks.slice(1)).toEqual([
    { ...PLAIN_LOOK, layout: 'clock' },
    { ...PLAIN_LOOK, speaks: true },
  ]);
  expect(screen.queryByRole('alert')).toBeNull();
  takes = false;
  await act(async () => void fireEvent.click(screen.getByLabelText('The map alone')));
  expect(screen.getByRole('alert').textContent).toContain('Try again');
});

it('offers names only where an organiser set them, and says where they are switched on', () => {
  open();
  expect(screen.queryByLabelText('Names and tables at a move')).toBeNull();
  expect(screen.getByText('Names are switched on in the console.')).toBeTruthy();
  cleanup();
  open({ layout: 'names' });
  expect((screen.getByLabelText('Names and tables at a move') as HTMLInputElement).checked).toBe(true);
});

it('lets the voice be heard, or says that there is none; and warns of a screen that may sleep', async () => {
  open();
  await press('Hear the voice');
  expect(said).toHaveLength(1);
  cleanup();
  open({ voice: false, awake: 'off' });
  expect(screen.queryByRole('button', { name: 'Hear the voice' })).toBeNull();
  expect(screen.getByText('This device has no voice for this language.')).toBeTruthy();
  expect(screen.getByText(/power saver/u)).toBeTruthy();
});

it('says by arithmetic what the last row can read, and keeps the room', async () => {
  open();
  const type = (label: string, value: string): Promise<void> =>
    act(async () => void fireEvent.input(screen.getByLabelText(label), { target: { value } }));
  expect(screen.getByRole('status').textContent).toContain('Everything can be read but names');
  await type('Picture to last row, in metres', '4');
  await type('Height of the picture, in metres', '0.9');
  expect(screen.getByRole('status').textContent).toMatch(/^Everything can be read, names too\. .* 4 cm/u);
  await type('Picture to last row, in metres', '18');
  expect(screen.getByRole('status').textContent).toContain('a second display');
  await type('Height of the picture, in metres', '');
  expect(screen.queryByRole('status')).toBeNull();
  await type('Height of the picture, in metres', '2.4');
  cleanup();
  open();
  expect(screen.getByRole('status').textContent).toContain('up to 12 tables');
});
