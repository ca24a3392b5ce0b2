import type { PersonCommand } from '@lapwing/shared/live/state';
import type { PressState } from './press.ts';

/**
 * A mouse click gives the focus back to the page, so that Space pauses and does not press the last button again. A
 * click by keyboard (`detail` 0) keeps it.
 */
export function giveFocusBack(event: MouseEvent): void {
  if (event.detail > 0 && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
}

/** Whether a command of these kinds is on its way, and whether it takes long. */
export function isWaiting(
  state: PressState,
  kinds: readonly PersonCommand['kind'][],
  fits: (command: PersonCommand) => boolean = () => true,
): { readonly busy: boolean; readonly slow: boolean } {
  const busy = state.kind === 'busy' && kinds.includes(state.command.kind) && fits(state.command);
  return { busy, slow: busy && state.kind === 'busy' && state.slow };
}
