import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Dialog } from '../../../client/src/organiser/shell/Dialog.tsx';

afterEach(cleanup);

it('opens on the first field, and within a choice on what is chosen', () => {
  render(
    <Dialog title="Edit a person" onClose={() => {}}>
      <form>
        <input type="radio" name="role" value="student" aria-label="Student" />
        <input type="radio" name="role" value="mentor" aria-label="Mentor" defaultChecked />
        <input aria-label="Name" />
      </form>
    </Dialog>,
  );
  expect(document.activeElement).toBe(screen.getByLabelText('Mentor'));
});
