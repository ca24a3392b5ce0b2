// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { at, momentWith, studentCard, talk } from '../../../client/src/gallery/fixtures.ts';
import { NO_ACTS, phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import { bringWallCode, ownPagesOf, rememberOwnPage } from '../../../client/src/kit/own-pages.ts';
import { PhoneScreen } from '../../../client/src/phone/PhoneScreen.tsx';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const doors = momentWith({ kind: 'doors' }, 0);
const away = { checkedIn: false } as const;

function open(card: Parameters<typeof studentCard>[0], minute: number, sayHere = vi.fn(async () => null as never)) {
  const acts = {
    ...NO_ACTS,
    noteNews: vi.fn(),
    noteDevice: vi.fn(),
    notMe: vi.fn(),
    tellDesk: vi.fn(),
    sayAllHere: vi.fn(),
    report: vi.fn(),
    sayHere,
  };
  render(<PhoneScreen view={phoneView(studentCard(card), doors, at(minute))} acts={acts} />);
  return { sayHere };
}

describe('the code for the desk', () => {
  it('is large at the door, drawn on the phone itself, and can be read out', async () => {
    open(away, -30);
    expect(screen.getByRole('heading', { name: 'Show this at the door.' })).toBeTruthy();
    expect(screen.getByText('KQ4T 7ACD')).toBeTruthy();
    const code = await screen.findByRole('img', { name: /\/b\/KQ4T7ACD$/u });
    expect(code.getAttribute('aria-label')).toContain(location.origin);
  });

  it('is there in the days before, without "I am here"', () => {
    open(away, -2_000);
    expect(screen.getByRole('heading', { name: 'Your code for the door' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I am here' })).toBeNull();
  });

  it('goes with the check-in, and with the start', () => {
    open({ checkedIn: true }, -30);
    expect(screen.queryByText('KQ4T 7ACD')).toBeNull();
    const acts = {
      ...NO_ACTS,
      noteNews: vi.fn(),
      noteDevice: vi.fn(),
      notMe: vi.fn(),
      tellDesk: vi.fn(),
      sayAllHere: vi.fn(),
      report: vi.fn(),
      sayHere: vi.fn(),
    };
    render(<PhoneScreen view={phoneView(studentCard(away), momentWith(talk(1), 1), at(3))} acts={acts} />);
    expect(screen.queryByText('KQ4T 7ACD')).toBeNull();
  });
});

describe('"I am here"', () => {
  it('takes the code that the wall’s QR brought along, once', async () => {
    bringWallCode(location.pathname.replace(/\/+$/u, ''), 'KQ4T');
    const { sayHere } = open(away, -30);
    expect((screen.getByLabelText('Or type the code on the wall') as HTMLInputElement).value).toBe('KQ4T');
    fireEvent.click(screen.getByRole('button', { name: 'I am here' }));
    await waitFor(() => expect(sayHere).toHaveBeenCalledWith('KQ4T'));
    expect(sessionStorage.length).toBe(0);
  });

  it('says where the right code is, and that the desk works without a network', async () => {
    const answers = ['wrong-event-code', 'no-answer', 'come-to-desk'];
    open(
      away,
      -30,
      vi.fn(async () => answers.shift() as never),
    );
    const press = (): void => {
      fireEvent.input(screen.getByRole('textbox'), { target: { value: 'AAAA' } });
      fireEvent.submit(screen.getByRole('textbox').closest('form') as HTMLFormElement);
    };
    for (const words of [/Look at the big screen/u, /works without a network/u, /Come to the desk/u]) {
      press();
      expect((await screen.findByText(words)).closest('[role=alert]')).toBeTruthy();
    }
  });

  it('is not offered where the desk alone checks in', () => {
    open({ ...away, selfCheckIn: false }, -30);
    expect(screen.queryByRole('button', { name: 'I am here' })).toBeNull();
  });
});

it('a device remembers its personal pages by evening, each once', () => {
  const page = (path: string, eventId: string) => ({ path, eventId: eventId as never, firstName: 'Aisha' });
  for (const one of [page('/me/a', 'e1'), page('/me/b', 'e2'), page('/me/a', 'e1')]) rememberOwnPage(one);
  expect(ownPagesOf('e1' as never)).toEqual([page('/me/a', 'e1')]);
});
