// @vitest-environment happy-dom
import { USUAL_CONDUCT } from '@lapwing/shared/event/conduct';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import type { NewReport } from '@lapwing/shared/protocol/conduct-api';
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type ReportFate, Wrong } from '../../../client/src/forms/Wrong.tsx';

afterEach(cleanup);

const CONDUCT = {
  words: USUAL_CONDUCT.en,
  trustedName: 'Noor',
  trustedReach: '020 7946 0000',
  people: [{ id: attendeeId('m1'), name: 'Priya Raman' }],
};

function open(conduct: Parameters<typeof Wrong>[0]['conduct'] = CONDUCT) {
  const said: NewReport[] = [];
  const fate = signal<ReportFate>('waiting');
  const report = (one: NewReport) => {
    said.push(one);
    return fate;
  };
  const { container } = render(<Wrong conduct={conduct} report={report} onClose={() => {}} />);
  const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
  return { said, fate, container, press };
}

describe('something is wrong', () => {
  it('names whom to turn to, a number to be called with one tap, and the code of conduct', () => {
    const { container } = open();
    expect(screen.getByRole('link', { name: '020 7946 0000' }).getAttribute('href')).toBe('tel:02079460000');
    expect(container.textContent).toContain('Noor');
    expect(container.querySelector('details')?.textContent).toContain('No touching without a yes.');
  });

  it('without a network or a named contact sends to the desk, and a word can be left all the same', () => {
    const { said, container, press } = open(null);
    expect(container.textContent).toContain('Go to the desk, or tell any organiser.');
    press('Send in private');
    expect(said).toEqual([{ kind: 'wrong', text: '', about: null }]);
    expect(screen.getByRole('status').textContent).toContain('Saved on this phone.');
  });

  it('says truly what became of a report', async () => {
    const { said, fate, press } = open();
    fireEvent.input(screen.getByLabelText('What happened? (optional)'), { target: { value: 'x'.repeat(2_001) } });
    fireEvent.change(screen.getByLabelText('Whom is it about?'), { target: { value: 'm1' } });
    press('Send in private');
    expect(said).toEqual([{ kind: 'wrong', text: 'x'.repeat(2_000), about: 'm1' }]);
    expect(screen.getByRole('status').textContent).toContain('It goes as soon as there is a network.');
    fate.value = 'heard';
    await expect.poll(() => screen.getByRole('status').textContent).toContain('The organisers have it.');
    fate.value = 'refused';
    await expect.poll(() => screen.getByRole('status').textContent).toContain('Please go to the desk.');
  });

  it('asks not to sit with somebody, without a reason and not with nobody', () => {
    const { said, press } = open();
    press('Ask the organisers');
    expect(said).toEqual([]);
    fireEvent.change(screen.getByLabelText('I would rather not sit with'), { target: { value: 'm1' } });
    press('Ask the organisers');
    expect(said).toEqual([{ kind: 'apart', text: '', about: 'm1' }]);
  });
});
