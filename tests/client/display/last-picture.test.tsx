// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { LastPicture } from '../../../client/src/display/LastPicture.tsx';

const broken = signal(false);
function Picture() {
  if (broken.value) throw new Error('cannot be drawn');
  return (
    <main>
      <p style={{ width: '3em' }}>Round 3</p>
    </main>
  );
}

it('keeps what was shown last, and says that it failed', async () => {
  broken.value = false;
  const failures: unknown[] = [];
  const picture = (
    <LastPicture onFailed={(error) => failures.push(error)}>
      <Picture />
    </LastPicture>
  );
  const { container } = render(picture);
  const before = container.querySelector('main')?.outerHTML;
  await act(async () => {
    broken.value = true;
  });
  expect(container.querySelector('main')?.outerHTML).toBe(before);
  expect(container.querySelector('[data-kept]')).not.toBeNull();
  expect(String(failures)).toBe('Error: cannot be drawn');
});

it('shows the bare sign where nothing was ever drawn', () => {
  broken.value = true;
  const { container } = render(
    <LastPicture onFailed={() => undefined}>
      <Picture />
    </LastPicture>,
  );
  expect(container.querySelector('.display .k-mark')).not.toBeNull();
});
