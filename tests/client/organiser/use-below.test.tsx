import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { useBelow } from '../../../client/src/organiser/live/use-below.ts';

const EDGE = 400;
const ENDS = [190, 390, 590];

function List() {
  const { list, below } = useBelow('three');
  return (
    <>
      <ol ref={list}>
        {ENDS.map((end) => (
          <li key={end} data-end={end} />
        ))}
      </ol>
      <output>{below}</output>
    </>
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('counts the entries that a list does not show to their end, and again when it is scrolled', () => {
  let scrolled = 0;
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const end = this.dataset.end;
    return { bottom: end === undefined ? EDGE : Number(end) - scrolled } as DOMRect;
  });
  const { container } = render(<List />);
  expect(container.querySelector('output')?.textContent).toBe('1');
  scrolled = 200;
  container.querySelector('ol')?.dispatchEvent(new Event('scroll'));
  return vi.waitFor(() => expect(container.querySelector('output')?.textContent).toBe('0'));
});
