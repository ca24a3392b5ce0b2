import type { PersonCommand } from '@lapwing/shared/live/state';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { type Answered, Caller, cookiesIn } from './call.ts';
import type { Outcome, Pressed, Record } from './record.ts';

interface LiveBody {
  readonly room?: RoomFrame;
  readonly error?: { readonly code?: string };
}

const NOT_KNOWN = new Set(['storage-failed', 'server-fault']);

/** An organiser's script: a session of its own, keys of its own, and a memory of what it was told. */
export class Organiser {
  readonly name: string;
  private caller: Caller;
  private readonly record: Record;
  private readonly eventUrl: string;
  cookie = '';
  private made = 0;
  /** The newest state this organiser has seen; what its next press expects. */
  room: RoomFrame | null = null;

  constructor(name: string, port: number, eventId: string, record: Record) {
    this.name = name;
    this.caller = new Caller(port);
    this.record = record;
    this.eventUrl = `/api/events/${eventId}`;
  }

  /** From now on through another port, e.g. a relay. */
  through(port: number): void {
    this.caller.close();
    this.caller = new Caller(port);
  }

  /** Makes an account with an address that the server printed, or that invites. @throws when it is refused */
  async join(address: string): Promise<void> {
    const secret = new URL(address).hash.slice(1);
    const body = { secret, name: this.name, email: this.email, password: 'purple kettle walks home' };
    const answer = await this.caller.ask({ method: 'POST', path: '/api/console/join', body });
    if (answer?.status !== 204) throw new Error(`joining was answered ${answer?.status}`);
    this.cookie = cookiesIn(answer.headers);
  }

  /** An address with which somebody else joins. @throws when it is refused */
  async invite({ name, email }: Organiser): Promise<string> {
    const answer = await this.call('POST', '/api/staff/invitations', { name, email, role: 'organiser' });
    if (answer?.status !== 200) throw new Error(`the invitation was answered ${answer?.status}`);
    return (answer.body as { url: string }).url;
  }

  private get email(): string {
    return `${this.name}@staff.example.org`;
  }

  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, patienceMs?: number): Promise<Answered> {
    const patience = patienceMs === undefined ? {} : { patienceMs };
    return this.caller.ask({ method, path, cookie: this.cookie, ...(body === undefined ? {} : { body }), ...patience });
  }

  event(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Answered> {
    return this.call(method, `${this.eventUrl}${path}`, body);
  }

  /** Looks at the night as it is; null when nobody answers. */
  async look(): Promise<RoomFrame | null> {
    const answer = await this.call('GET', this.eventUrl);
    const room = (answer?.body as LiveBody | undefined)?.room ?? null;
    if (room) this.room = room;
    return room;
  }

  newKey(): string {
    this.made += 1;
    return `${this.name.toLowerCase()}-press-${String(this.made).padStart(8, '0')}`;
  }

  /** Presses once, with a fresh key and the version on the screen unless told otherwise, and remembers the answer. */
  async press(command: PersonCommand, over: { key?: string; expectedVersion?: number } = {}): Promise<Pressed> {
    const pressed: Pressed = {
      key: over.key ?? this.newKey(),
      expectedVersion: over.expectedVersion ?? this.room?.v ?? 0,
      command,
      by: this.name,
      ...{ outcome: 'unknown', wasUnknown: false, code: '', version: 0 },
    };
    this.record.presses.push(pressed);
    await this.send(pressed);
    return pressed;
  }

  /** The same press once more, with the same key: this settles what was unknown. */
  again(pressed: Pressed): Promise<Outcome> {
    return this.send(pressed);
  }

  private async send(pressed: Pressed): Promise<Outcome> {
    const { key, expectedVersion, command } = pressed;
    const answer = await this.event('POST', '/live', { key, expectedVersion, command });
    const body = answer?.body as LiveBody | undefined;
    if (body?.room) this.room = body.room;
    pressed.code = body?.error?.code ?? '';
    pressed.outcome = outcomeOf(answer, pressed.code);
    if (pressed.outcome === 'unknown') pressed.wasUnknown = true;
    if (pressed.outcome === 'done') pressed.version = body?.room?.v ?? 0;
    return pressed.outcome;
  }

  /** Settles everything of this organiser that is still unknown. */
  async settle(): Promise<void> {
    for (const pressed of this.record.unknown) if (pressed.by === this.name) await this.again(pressed);
  }

  /** Checks somebody in or out, and remembers the answer. */
  async checkIn(person: string, here: boolean): Promise<Outcome> {
    const said = { person, here, outcome: 'unknown' as Outcome };
    this.record.checkIns.push(said);
    const answer = await this.event('PUT', `/people/${person}/presence`, { here });
    const code = (answer?.body as LiveBody | undefined)?.error?.code ?? '';
    said.outcome = outcomeOf(answer, code);
    return said.outcome;
  }

  close(): void {
    this.caller.close();
  }
}

/** An error page of a proxy, a broken line and the server's own "not known" are one and the same: nobody knows. */
function outcomeOf(answer: Answered, code: string): Outcome {
  if (!answer) return 'unknown';
  if (answer.status === 200) return 'done';
  return code === '' || NOT_KNOWN.has(code) ? 'unknown' : 'refused';
}
