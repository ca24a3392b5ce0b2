import type { DisplayLook, DisplayState } from '@lapwing/shared/protocol/messages';
import { request } from '../kit/api.ts';
import { type Bell, createBell } from './bell.ts';
import { createVoice, type Voice } from './voice.ts';

/** What a display is besides its picture: what it can be heard with, and what it tells the server. */
export interface Device {
  readonly bell: Bell;
  readonly voice: Voice;
  /** What only this browser knows. Lost words are said again with the next news. */
  tell(state: DisplayState): void;
  /** How it was set up where it stands; false when the server did not take it. */
  setUp(look: DisplayLook): Promise<boolean>;
}

/** @param path of the display, without a slash at its end */
export const deviceAt = (path: string): Device => ({
  bell: createBell(),
  voice: createVoice(),
  tell: (state) => void request('PUT', `${path}/state`, state),
  setUp: async (look) => (await request('PUT', `${path}/look`, look)).ok,
});
