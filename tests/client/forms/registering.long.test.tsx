// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAREERS } from '../../../client/src/gallery/event-fixture.ts';
import { MentorForm } from '../../../client/src/public/MentorForm.tsx';
import { StudentPage } from '../../../client/src/public/StudentPage.tsx';

interface Sent {
  method: string;
  url: string;
  body: { key: string; answers: { name: string; card?: { jobTitle: string } } };
}

let sent: Sent[];
let answers: (object | null)[];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/e/KQ4T/mentor');
  sent = [];
  answers = [];
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body: string }) => {
    sent.push({ method, url, body: JSON.parse(body) });
    const next = answers.shift();
    if (!next) throw new Error('no line');
    const { status = 200, ...value } = next as { status?: number };
    return new Response(status === 204 ? null : JSON.stringify(value), { status });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const type = (label: string, value: string): void =>
  void fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const MAILED = { mailed: true, link: null, keptUntil: null };

function fillStudent(): void {
  type('Name', 'Ann Example');
  type('E-mail', 'ann@example.org');
  fireEvent.click(screen.getAllByLabelText('Yes')[0] as HTMLElement);
  fireEvent.click(screen.getByLabelText('You may use my answers to run this evening'));
}

describe('the form of a student', () => {
  const open = () => render(<StudentPage event={CAREERS} code="KQ4T" />);

  it('has nothing ticked beforehand', () => {
    const { container } = open();
    expect(container.querySelectorAll('input:checked')).toHaveLength(0);
  });

  it('says on top what is missing, in focus, and sends nothing', () => {
    open();
    press('Register');
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    expect([...summary.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
      'Write your name.',
      'Write your e-mail address.',
      'Say whether you are 18 or over.',
      'Agree that we use your answers: without them nobody can be registered.',
    ]);
    expect(document.title).toBe('Error: Register as a student');
    fireEvent.click(screen.getByRole('link', { name: 'Write your e-mail address.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
    expect(screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('keeps what was typed through a reload, and through a failed send, and sends it under the same key', async () => {
    open();
    fillStudent();
    cleanup();
    open();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ann Example');
    press('Register');
    await screen.findByText(/No answer yet/u);
    answers = [MAILED];
    press('Register');
    await screen.findByText('We have written to ann@example.org.');
    expect(sent.map(({ url, method }) => `${method} ${url}`)).toEqual([
      'POST /e/KQ4T/students',
      'POST /e/KQ4T/students',
    ]);
    expect(sent[0]?.body.key).toMatch(/^[\w-]{24}$/u);
    expect(sent[1]?.body.key).toBe(sent[0]?.body.key);
    cleanup();
    open();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value, 'nothing stays once it is sent').toBe('');
  });

  it('says until when a place is kept without a yes in the mail, where places are', async () => {
    answers = [{ ...MAILED, keptUntil: Date.UTC(2026, 10, 24, 9, 30) }];
    open();
    fillStudent();
    press('Register');
    await screen.findByText(
      /only then a place is yours\. If one is free, we keep it for you until .*24 Nov.*, 09:30\./u,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('One step is left: our mail');
  });

  it('C21 leads to no community where nobody said whose it is', async () => {
    answers = [MAILED];
    render(<StudentPage event={{ ...CAREERS, community: null }} code="KQ4T" />);
    fillStudent();
    press('Register');
    await screen.findByText('We have written to ann@example.org.');
    expect(document.querySelector('a[href="/community"]')).toBeNull();
  });

  it('has another key for another person', async () => {
    open();
    fillStudent();
    press('Register');
    await screen.findByText(/No answer yet/u);
    type('Name', 'Bob Example');
    press('Register');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body.key).not.toBe(sent[0]?.body.key);
  });

  it('says what the server says is wrong', async () => {
    answers = [{ status: 400, error: { code: 'bad-request', details: { field: 'email', problem: 'notAnAddress' } } }];
    open();
    fillStudent();
    press('Register');
    await screen.findByRole('link', { name: 'Write an address like name@example.org.' });
  });

  it('lets nobody choose more than three', () => {
    open();
    for (const name of ['Games', 'Insurance', 'Telecoms'])
      fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^${name}`, 'u'), hidden: true }));
    expect(screen.getByText('You have chosen 3. Take one away to choose another.')).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Banking/u, hidden: true }).disabled).toBe(true);
  });

  it('says that it is closed', async () => {
    answers = [{ status: 409, error: { code: 'registration-closed' } }];
    open();
    fillStudent();
    press('Register');
    await screen.findByText(/Nobody can register for this evening any more/u);
  });
});

describe('the form of a mentor', () => {
  const open = () => render(<MentorForm event={CAREERS} code="KQ4T" />);
  const begin = async (): Promise<void> => {
    type('Name', 'Mia Mentor');
    type('E-mail', 'mia@example.org');
    fireEvent.click(screen.getByLabelText('You may use my answers to run this evening'));
    press('Save and go on');
    await screen.findByRole('heading', { name: 'Your work' });
  };

  it('says where to go on once the link was opened, and keeps what was typed on the screen', async () => {
    answers = [MAILED, { status: 409, error: { code: 'go-on-by-link' } }];
    open();
    await begin();
    type('Job title (optional)', 'Engineer');
    press('Save and go on');
    const alert = await screen.findByText('This page was not saved: go on with your personal link.');
    expect(alert.closest('[role=alert]')?.textContent).toContain('Your link is in the mail we sent you.');
    expect(screen.getByRole('heading', { name: 'Your work' })).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Job title (optional)').value).toBe('Engineer');
    cleanup();
    open();
    expect(screen.getByLabelText<HTMLInputElement>('Job title (optional)').value, 'a reload too').toBe('Engineer');
  });

  it('leads to the link where it was shown on the page', async () => {
    const link = 'https://example.org/me/k3v9#secret';
    answers = [
      { mailed: false, link, keptUntil: null },
      { status: 409, error: { code: 'go-on-by-link' } },
    ];
    open();
    await begin();
    press('Save and go on');
    expect((await screen.findByRole<HTMLAnchorElement>('link', { name: 'Open my page' })).href).toBe(link);
  });

  it('is sent page by page, goes on where it was left, and ends with everything once more', async () => {
    answers = [MAILED, { status: 204 }];
    open();
    await begin();
    type('Job title (optional)', 'Engineer');
    press('Save and go on');
    await screen.findByRole('heading', { name: 'Your field' });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(sent[1]?.body.answers.card?.jobTitle).toBe('Engineer');
    expect(sent[1]?.body.key).toBe(sent[0]?.body.key);
    cleanup();
    open();
    expect(screen.getByRole('heading', { name: 'Your field' })).toBeDefined();
    answers = Array.from({ length: 7 }, () => ({ status: 204 }));
    for (const next of [
      'Your day',
      'Your way',
      'What to ask you',
      'A little more',
      'The evening',
      'After the evening',
    ]) {
      press('Save and go on');
      await screen.findByRole('heading', { name: next });
    }
    press('Save and go on');
    await screen.findByRole('heading', { name: 'Check your answers' });
    press('Change Your work');
    expect(screen.getByLabelText<HTMLInputElement>('Job title (optional)').value).toBe('Engineer');
    answers = [{ status: 204 }, { status: 204 }];
    press('Save and go on');
    await screen.findByRole('heading', { name: 'Check your answers' });
    press('Send');
    await screen.findByText('We have written to mia@example.org.');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('One step is left: our mail');
    screen.getByText(/^Open the link in it and say that it was you\. Only then you count as a mentor/u);
    screen.getByText('Look among unwanted mail.');
    screen.getByText(/^mia@example\.org is not right\?/u);
    const again = screen.getByRole('link', { name: 'Register once more with the right address.' });
    expect(again.getAttribute('href')).toBe('/e/KQ4T/mentor');
    const community = screen.getByRole('link', { name: /^Join .*Careers friends of Lapwing Road/u });
    expect(community.getAttribute('href'), 'C21').toBe('/community');
    expect(screen.getByRole('link', { name: CAREERS.contactEmail }).getAttribute('href')).toMatch(/^mailto:/u);
  });

  it('says without a mail server that an organiser confirms them, and of no mail', async () => {
    answers = [{ mailed: false, link: 'https://example.org/me/k3v9#secret', keptUntil: null }];
    open();
    await begin();
    expect(screen.queryByText(/we have written/u)).toBeNull();
    answers = Array.from({ length: 9 }, () => ({ status: 204 }));
    for (let page = 0; page < 8; page++) {
      const before = screen.getByRole('heading', { level: 1 }).textContent;
      press('Save and go on');
      await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(before));
    }
    press('Send');
    await screen.findByText('An organiser confirms that it was you; before that you get no table.');
    expect(screen.queryByText(/mail/u)).toBeNull();
  });

  it('stays on its page when nothing is heard', async () => {
    answers = [MAILED];
    open();
    await begin();
    press('Save and go on');
    await screen.findByText(/No answer yet/u);
    expect(screen.getByRole('heading', { name: 'Your work' })).toBeDefined();
  });
});
