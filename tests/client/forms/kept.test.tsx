// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useKept } from '../../../client/src/forms/kept.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Probe() {
  const kept = useKept('probe', { access: '' });
  return (
    <button type="button" aria-label="type" onClick={() => kept.change({ access: 'step-free' })}>
      {kept.value.access}
    </button>
  );
}

describe('what was typed and not sent', () => {
  it('stays in the tab and not on the device, and goes after an hour without a letter', async () => {
    vi.useFakeTimers();
    const first = render(<Probe />);
    await act(() => void fireEvent.click(screen.getByRole('button', { name: 'type' })));
    expect(JSON.stringify({ ...localStorage })).not.toContain('step-free');
    first.unmount();
    await act(() => void render(<Probe />));
    expect(screen.getByText('step-free'), 'a reload loses nothing').toBeTruthy();
    await act(() => void vi.advanceTimersByTime(61 * 60_000));
    expect(screen.queryByText('step-free')).toBeNull();
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('step-free');
  });
});
