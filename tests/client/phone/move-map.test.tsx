// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { studentCard, tables } from '../../../client/src/gallery/fixtures.ts';
import { MoveMap } from '../../../client/src/phone/MoveMap.tsx';
import { readableHeight } from '../../../client/src/phone/way.ts';

const SCREEN = 568;
/** Of the map as it stands while it is measured. */
const DRAWN = 160;
const card = studentCard();

/** Draws the map in a page whose countdown ends at `end` without it. */
function show(end: number, tablesInRoom = 12) {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(DRAWN);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ bottom: end + DRAWN } as DOMRect);
  const { container } = render(
    <div>
      <MoveMap card={{ ...card, tables: tables(tablesInRoom) }} from={8} to={3} />
      <p class="go-count" />
    </div>,
  );
  return container;
}

describe('the map of a move', () => {
  beforeEach(() => vi.stubGlobal('innerHeight', SCREEN));
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('takes the room that is left above the countdown', () => {
    const container = show(SCREEN - 200);
    expect(container.querySelector('details')).toBeNull();
    expect(container.querySelector<HTMLElement>('.go-map > div')?.style.getPropertyValue('--map-room')).toBe('200px');
  });

  it('waits behind a button when its figures would be too small, and the words still say the place', () => {
    const container = show(SCREEN - 100);
    expect(container.querySelector('details:not([open]) > summary')?.textContent).toBe('Show the map');
    expect(container.textContent).toContain('third from the left');
  });

  it('needs more room for more rows of tables', () => {
    expect(readableHeight({ tables: tables(40) })).toBeGreaterThan(readableHeight({ tables: tables(12) }));
    expect(show(SCREEN - 200, 40).querySelector('details')).not.toBeNull();
  });

  it('is drawn where nothing can be measured', () => {
    const { container } = render(<MoveMap card={card} from={8} to={3} />);
    expect(container.querySelector('.go-map > div > svg')).not.toBeNull();
  });
});
