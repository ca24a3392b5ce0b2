// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MyDetails } from '../../../client/src/forms/MyDetails.tsx';
import { AISHA, PRIYA } from '../../../client/src/gallery/people-fixture.ts';

const student = {
  ...{
    role: 'student',
    standing: 'active',
    place: null,
    keptUntil: null,
    asked: false,
    placesLeft: 0,
    open: true,
    mayComeBack: true,
    student: AISHA,
    mentor: null,
  },
  ...{
    registeredAt: 1,
    fromMailbox: true,
    earlierCard: null,
    mentors: [],
    startsAt: 1_800_000_000_000,
    endsAt: 1_800_000_600_000,
  },
  ...{ timeZone: 'Europe/London', contactName: '', contactEmail: '' },
  data: { morningAt: 1_800_020_000_000, namesAt: 1_802_612_000_000, under18: false },
};
const mentor = { ...student, role: 'mentor', student: null, mentor: PRIYA };

let sent: { method: string; url: string; body: unknown }[];
let answers: (object | null)[];

beforeEach(() => {
  localStorage.clear();
  sent = [];
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    sent.push({ method, url, body: body && JSON.parse(body) });
    const next = answers.shift();
    if (!next) throw new Error('no line');
    const { status = 200, ...value } = next as { status?: number };
    return new Response(JSON.stringify(value), { status });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = (...said: (object | null)[]) => {
  answers = said;
  return render(<MyDetails path="/me/k3v9" onClose={() => {}} />);
};
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): void =>
  void fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('my details', () => {
  it('shows what is stored and who sees it', async () => {
    const { container } = open(student);
    await screen.findByText('How do you get from a bank to a startup?');
    for (const words of [
      'You have a place.',
      'Software & internet',
      'Mentors at your tables: your first name',
      'Nobody else.',
    ])
      expect(container.textContent).toContain(words);
    expect(document.activeElement?.textContent).toBe('My details');
  });

  it('says that a place is kept until a yes, and until when; and of who waits that a yes brings them forward', async () => {
    open({ ...student, keptUntil: Date.UTC(2026, 10, 24, 9, 30) });
    await screen.findByText(/^A place is kept for you until .*24 Nov.*, 09:30\. It is yours once you say yes/u);
    cleanup();
    open({ ...student, standing: 'waiting', place: 12, asked: true });
    await screen.findByText(/^You are on the waitlist, number 12\. Say yes in the mail/u);
  });

  it('changes answers; what is typed survives a failed save', async () => {
    open(student);
    await screen.findByText('What you told us');
    press('Change my answers');
    expect(screen.queryByLabelText('E-mail'), 'the link goes there').toBeNull();
    type('Course (optional)', 'Law');
    press('Save');
    await screen.findByText(/What you typed is kept on this device/u);
    expect(screen.getByLabelText<HTMLInputElement>('Course (optional)').value).toBe('Law');
    answers = [{ ...student, student: { ...AISHA, course: 'Law' } }];
    press('Save');
    await screen.findByText('Law, 2nd year');
    expect(sent.at(-1)).toMatchObject({ method: 'PUT', url: '/me/k3v9/details', body: { answers: { course: 'Law' } } });
  });

  it('asks before a place is given up, and takes it back with one press', async () => {
    open(student, { ...student, standing: 'cancelled' }, { ...student, standing: 'waiting', place: 2 });
    await screen.findByText('You have a place.');
    press('I cannot come');
    press('Keep it');
    press('I cannot come');
    expect(screen.getByRole('group', { name: 'Give up my place?' })).toBeTruthy();
    expect(sent, 'nothing is said yet').toHaveLength(1);
    press('Yes');
    await screen.findByText('You said that you cannot come.');
    press('Join the waitlist again');
    await screen.findByText(/You are on the waitlist, number 2/u);
    expect(sent.slice(1).map(({ body }) => body)).toEqual([{ coming: false }, { coming: true }]);
  });

  it('offers no way back to who was taken off the list, but whom to write to', async () => {
    const off = { ...student, standing: 'cancelled', mayComeBack: false, contactEmail: 'mei@example.org' };
    open({ ...off, contactName: 'Mei Tanaka' });
    await screen.findByText('The organiser took you off the list.');
    expect(screen.queryByRole('button', { name: /come after all|waitlist/u })).toBeNull();
    const words = screen.getByText(/^Do you want to come after all/u);
    expect(words.textContent).toBe('Do you want to come after all? Write to Mei Tanaka. mei@example.org');
    expect(words.querySelector('a')?.href).toBe('mailto:mei@example.org');
  });

  it('sees that somebody was taken off the list while the page was open', async () => {
    const refused = { status: 409, error: { code: 'taken-off-list' } };
    const off = { ...student, standing: 'cancelled', placesLeft: 2 };
    open(off, refused, { ...off, mayComeBack: false });
    await screen.findByText('You said that you cannot come.');
    press('I can come after all');
    await screen.findByText('Do you want to come after all? Write to the organiser.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('changes one part of a mentor’s card, pauses introductions, and takes the card of last time over', async () => {
    open({ ...mentor, earlierCard: { ...PRIYA.card, jobTitle: 'Old job', tools: 'A whiteboard' } });
    await screen.findByText('We kept your card of last time.');
    answers = [mentor];
    press('Fill in what is empty');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    const card = { ...PRIYA.card, tools: 'A whiteboard' };
    expect(sent[1]?.body).toMatchObject({ answers: { card } });
    await screen.findByRole('button', { name: 'Change Your work' });
    press('Change Your work');
    type('Job title (optional)', 'Director');
    answers = [{ ...mentor, mentor: { ...PRIYA, card: { ...PRIYA.card, jobTitle: 'Director' } } }, mentor];
    press('Save');
    await screen.findByText('Director');
    press('No introductions for now');
    await vi.waitFor(() => expect(sent.at(-1)?.body).toMatchObject({ answers: { introductionsPerMonth: 0 } }));
  });

  it('says at the field which hours cannot be, and what the server says of them', async () => {
    open(mentor);
    await screen.findByRole('button', { name: 'Change The evening' });
    press('Change The evening');
    type('When do you have to go? (optional)', '07:30');
    press('Save');
    const words = 'You go before the evening begins. Choose a later time to go, or leave it empty.';
    await screen.findByRole('link', { name: words });
    const field = screen.getByLabelText('When do you have to go? (optional)');
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain(words);
    expect(sent).toHaveLength(1);
    type('When do you have to go? (optional)', '08:05');
    answers = [{ status: 400, error: { code: 'bad-request', details: { field: 'leavesAt', problem: 'longAfter' } } }];
    press('Save');
    await screen.findByText(/You go long after the evening is over/u);
  });

  it('agrees with one tap, and a form that was open meanwhile does not take it back', async () => {
    open(mentor);
    await screen.findByRole('button', { name: 'Change Your work' });
    press('Change Your work');
    type('Job title (optional)', 'Director');
    const given = { ...PRIYA.consents, keep: true };
    answers = [{ ...mentor, mentor: { ...PRIYA, consents: given, photo: 'no' } }, mentor];
    fireEvent.click(screen.getByLabelText('You may keep my details for the next evenings'));
    await screen.findByText(/The rest is kept for the next evenings/u);
    const { run: _, ...agreed } = given;
    expect(sent.at(-1)).toMatchObject({ method: 'PUT', url: '/me/k3v9/consents', body: { consents: agreed } });
    press('Save');
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect(sent.at(-1)?.body).toMatchObject({
      answers: { card: { jobTitle: 'Director' }, consents: given, photo: 'no' },
    });
  });

  it('keeps a name off the walls with one tap, also when the evening has begun', async () => {
    open({ ...student, open: false });
    await screen.findByText('Answers can be changed until the evening starts.');
    answers = [student];
    fireEvent.click(screen.getByLabelText('Keep my name off the screens and lists in the room'));
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ method: 'PUT', body: { offWalls: true } }));
  });

  it('offers no change once the evening has begun', async () => {
    open({ ...student, open: false });
    await screen.findByText('Answers can be changed until the evening starts.');
    expect(screen.queryByRole('button', { name: /Change|cannot come/u })).toBeNull();
  });

  it('asks again when nothing is heard', async () => {
    open(null);
    await screen.findByText(/No answer yet/u);
    answers = [student];
    press('Try again');
    await screen.findByText('You have a place.');
  });

  it('signs out on this device, asked twice, and keeps all where nothing is heard', async () => {
    const kept = () => Object.keys(localStorage).filter((name) => name.includes('/me/k3v9')).length;
    const gone = vi.spyOn(location, 'replace').mockImplementation(() => {});
    localStorage.setItem('notes /me/k3v9', '{"a":1}');
    open(student);
    await screen.findByText('Not your device?');
    press('Sign out on this device');
    await screen.findByText(/Notes that were saved come back with your link/u);
    press('Stay');
    localStorage.setItem('outbox /me/k3v9', '[{"path":"/me/k3v9/notes/a"}]');
    press('Sign out on this device');
    await screen.findByText(/has not reached the server yet and would be lost/u);
    answers = [null];
    press('Sign out');
    await screen.findByText(/No answer/u);
    expect([gone.mock.calls, kept()]).toEqual([[], 2]);
    answers = [{ publicPage: '/e/KQ4T' }];
    press('Sign out');
    await vi.waitFor(() => expect(gone.mock.calls).toEqual([['/e/KQ4T']]));
    expect(sent.at(-1)).toMatchObject({ method: 'DELETE', url: '/me/k3v9/session' });
    expect(kept()).toBe(0);
    // what the page still writes while it closes
    localStorage.setItem('evening /me/k3v9', '{}');
    dispatchEvent(new Event('pagehide'));
    expect(kept()).toBe(0);
    gone.mockRestore();
  });
});
