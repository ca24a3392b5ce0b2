import type { PersonCommand } from '@lapwing/shared/live/state';
import type { ClockAction } from './clock-actions.ts';
import type { PressState } from './press.ts';

/**
 * A mouse click gives the focus back to the page, so that Space pauses and does not press the last button again. A
 * click by keyboard (`detail` 0) keeps it.
 */
export function giveFocusBack(event: MouseEvent): void {
  if (event.detail > 0 && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
}

/** Whether this command is what the button sends. */
function isOf(action: ClockAction, command: PersonCommand): boolean {
  switch (action) {
    case 'next':
      return command.kind === 'next' || command.kind === 'start' || command.kind === 'resume';
    case 'pause':
      return command.kind === 'pause' || command.kind === 'resume';
    case 'plus':
    case 'plusFive':
      return command.kind === 'addMinutes' && command.minutes > 0;
    case 'minus':
    case 'minusFive':
      return command.kind === 'addMinutes' && command.minutes < 0;
    default:
      return command.kind === action;
  }
}

/** Whether the command of this button is on its way, and whether it takes long. */
export function isWaiting(state: PressState, action: ClockAction): { readonly busy: boolean; readonly slow: boolean } {
  const busy = state.kind === 'busy' && isOf(action, state.command);
  return { busy, slow: busy && state.kind === 'busy' && state.slow };
}
