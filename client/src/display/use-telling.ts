import type { DisplayState } from '@lapwing/shared/protocol/messages';
import { useEffect, useMemo } from 'preact/hooks';
import type { LiveModel } from '../kit/live-model.ts';
import type { Device } from './device.ts';
import { boardLaidOut } from './NamesBoard.tsx';
import { useWindowSize } from './use-window-size.ts';

/** Tells the server what only this browser knows: after each word of who it is, and whenever it changes. */
export function useTelling(model: LiveModel, device: Device): void {
  const [width, height] = useWindowSize();
  const [own, names] = [model.display.value, model.names.value];
  const board = useMemo((): DisplayState['board'] => {
    if (own?.layout !== 'names' || !names || names.people === 0) return null;
    return boardLaidOut(names, width, height) ? 'fits' : 'too-many';
  }, [own, names, width, height]);
  const [sound, voice] = [device.bell.isOn.value, device.voice.has.value];
  useEffect(() => {
    if (own !== null) device.tell({ sound, voice, board });
  }, [own, sound, voice, board]);
}
