import type { Moment } from '@lapwing/shared/live/state';
import type { Act } from '../palette/entries.ts';
import { say, t } from '../words.ts';
import { CLOCK_ACTIONS, type ClockAction } from './clock-actions.ts';
import { KEY_SHEET, type KeyAction } from './keys.ts';
import type { LiveControl } from './live-control.ts';
import type { Open } from './open-dialog.ts';
import { nextSentence } from './phase-sentences.ts';

/** What the live page does for whoever asks from elsewhere on the page. */
export interface LiveDesk {
  acts(): readonly Act[];
  /** @param id of one of `acts` */
  act(id: string): void;
  open: Open;
}

type Doable = Exclude<KeyAction, 'table'>;
const isDoable = (action: string): action is Doable => action !== 'table' && action !== 'need' && action !== 'find';
const isClock = (action: Doable): action is Extract<Doable, ClockAction> => CLOCK_ACTIONS.some((one) => one === action);

/** The acts of the key sheet, named as the room stands: the next step by what it is. */
export function liveActs(control: LiveControl, moment: Moment): Act[] {
  const next = nextSentence(moment);
  return KEY_SHEET.flatMap(({ action, keys }): Act[] => {
    if (!isDoable(action)) return [];
    const name = action === 'next' && next ? say(next) : t(`keys.${action}`);
    return [{ id: action, name, keys, isOff: isClock(action) && !control.can(action) }];
  });
}
