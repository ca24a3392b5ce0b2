import type { PersonCommand } from '@lapwing/shared/live/state';
import type { LogEntry } from '@lapwing/shared/protocol/api';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { redoTarget } from '../../../client/src/organiser/live/redo.ts';
import { at } from './builders.ts';
import { openLive, presses } from './open-live.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TALK = { kind: 'talking', round: 3, startsAt: at(34), endsAt: at(49) } as const;
/** A log from what happened, oldest first; a `-` before an act: it was taken back. */
function logOf(...acts: readonly (LogEntry['command'] | readonly ['-', LogEntry['command']])[]): LogEntry[] {
  return acts
    .map((act, index): LogEntry => {
      const undone = Array.isArray(act);
      const command = (undone ? act[1] : act) as LogEntry['command'];
      const undoable = !undone && command.kind !== 'undo';
      return { version: index + 1, at: at(35 + index), by: 'Mei', command, phase: TALK, undone, undoable };
    })
    .toReversed();
}
const UNDO = { kind: 'undo' } as const;
const plus = (minutes: number): PersonCommand => ({ kind: 'addMinutes', minutes });

describe('redo', () => {
  it('does again what the last undo took back', () => {
    expect(redoTarget(logOf(plus(1), ['-', plus(2)], UNDO))?.command).toEqual(plus(2));
  });

  it('after several undos it is the act that was taken back last, also after others were in between', () => {
    expect(redoTarget(logOf(['-', plus(1)], ['-', plus(2)], UNDO, UNDO))?.command).toEqual(plus(1));
    expect(redoTarget(logOf(['-', plus(1)], ['-', plus(2)], UNDO, ['-', plus(3)], UNDO, UNDO))?.command).toEqual(
      plus(1),
    );
  });

  it('is over as soon as anything else has happened, by hand or by the clock', () => {
    expect(redoTarget(logOf(['-', plus(1)], UNDO, { kind: 'pause' }))).toBeNull();
    expect(redoTarget(logOf(['-', plus(1)], UNDO, { kind: 'timeUp' }))).toBeNull();
    expect(redoTarget(logOf(plus(1)))).toBeNull();
    expect(redoTarget([])).toBeNull();
  });

  it('presses nothing for the clock, and publishes nothing', () => {
    expect(redoTarget(logOf(['-', { kind: 'timeUp' }], UNDO))).toBeNull();
    expect(redoTarget(logOf(['-', { kind: 'publish', planVersion: 3 }], UNDO))).toBeNull();
  });
});

describe('on the live page', () => {
  it('Shift Z does it again, and so does its button, which says what', () => {
    const { asked } = openLive({ log: logOf(['-', plus(2)], UNDO) });
    fireEvent.keyDown(document.body, { key: 'Z', shiftKey: true });
    expect(presses(asked)).toEqual([plus(2)]);
    cleanup();
    const again = openLive({ log: logOf(['-', plus(2)], UNDO) });
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('button', { name: 'Redo: Added 2 minutes' }));
    expect(presses(again.asked)).toEqual([plus(2)]);
  });

  it('where nothing was undone, or it could not be done now, Redo is off', () => {
    const { asked } = openLive({ log: logOf(plus(1)) });
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByRole('button', { name: 'Redo' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.keyDown(document.body, { key: 'Z', shiftKey: true });
    cleanup();
    // a round that talks cannot be resumed
    const running = openLive({ log: logOf(['-', { kind: 'resume' }], UNDO) });
    fireEvent.keyDown(document.body, { key: 'Z', shiftKey: true });
    expect([...presses(asked), ...presses(running.asked)]).toEqual([]);
  });

  it('the log has Undo at the step that can be taken back, and says that it goes step by step', () => {
    const { asked } = openLive({ log: logOf(plus(1), plus(2)) });
    const log = within(screen.getByRole('region', { name: 'Log' }));
    const [newest, ...others] = log.getAllByRole('listitem');
    expect(others.flatMap((row) => within(row).queryAllByRole('button'))).toEqual([]);
    expect(log.getByText('Undo goes back step by step, the newest first.')).toBeTruthy();
    fireEvent.click(within(newest as HTMLElement).getByRole('button', { name: 'Undo +2 min' }));
    expect(presses(asked)).toEqual([{ kind: 'undo' }]);
  });
});
