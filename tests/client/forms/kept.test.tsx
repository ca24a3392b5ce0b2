// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useKept } from '../../../client/src/forms/kept.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('what was typed and not sent', () => {
  it('is nothing that stays on the device', () => {
    const { unmount } = render(<Probe />);
    fireEvent.click(screen.getByRole('button', { name: 'type' }));
    unmount();
    expect(JSON.stringify({ ...localStorage })).not.toContain('step-free');
    expect(JSON.stringify({ ...sessionStorage })).toContain('step-free');
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 61 * 60_000);
    render(<Probe />);
    expect(screen.queryByText('step-free')).toBeNull();
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('step-free');
  });
});

function Probe() {
  const kept = useKept('probe', { access: '' });
  return (
    <button type="button" aria-label="type" onClick={() => kept.change({ access: 'step-free' })}>
      {kept.value.access}
    </button>
  );
}
