import type { RoomFrame, ServerMessage } from '@lapwing/shared/protocol/messages';
import WebSocket from 'ws';
import { Caller, cookiesIn } from './call.ts';

/** A frame of the room as a phone heard it, and whether it went onto the screen. */
export interface Heard {
  readonly epoch: string;
  readonly v: number;
  readonly moment: string;
  readonly shown: boolean;
}

export interface PhoneRules {
  /** Takes a frame only if it is newer, as the wire asks for. Off in controls. */
  readonly newestWins: boolean;
  /** Longest pause before connecting again. */
  readonly jitterMs: number;
}

const RULES: PhoneRules = { newestWins: true, jitterMs: 400 };
const FIRST_WAIT_MS = 25;
const PATIENCE_MS = 60_000;

/** A light phone: a person's link, its cookie, one socket, and a memory of everything it was told. */
export class Phone {
  readonly heard: Heard[] = [];
  readonly id: string;
  private readonly secret: string;
  private readonly rules: PhoneRules;
  private readonly news: () => void;
  private cookie = '';
  private socket: WebSocket | null = null;
  private timer: NodeJS.Timeout | undefined;
  private attempts = 0;
  private asked = 0;
  /** Runs of the server that are over. */
  private readonly over = new Set<string>();
  private ended = false;
  shown: RoomFrame | null = null;
  answered = 0;
  connections = 0;
  readonly closeCodes: number[] = [];
  /** The furthest that a clock answer lay outside of what this machine's own clock allows. */
  clockOffBy = 0;
  card: string | null = null;

  constructor(link: string, rules: PhoneRules, news: () => void) {
    const { pathname, hash } = new URL(link);
    this.id = pathname.split('/').at(-1) ?? '';
    this.secret = hash.slice(1);
    this.rules = rules;
    this.news = news;
  }

  /** Exchanges the link for a cookie. @throws when it is refused */
  async enter(caller: Caller): Promise<void> {
    const answer = await caller.ask({ method: 'POST', path: `/me/${this.id}/session`, body: { secret: this.secret } });
    if (answer?.status !== 200) throw new Error(`the link of ${this.id} was answered ${answer?.status}`);
    this.cookie = cookiesIn(answer.headers);
  }

  /** @param serverPort whose page it says it is, where the line leads through a relay */
  connect(port: number, serverPort: number): void {
    if (this.ended) return;
    clearTimeout(this.timer);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/me/${this.id}/live`, {
      headers: { cookie: this.cookie, origin: `http://127.0.0.1:${serverPort}` },
      perMessageDeflate: false,
    });
    this.socket = socket;
    socket.on('open', () => {
      this.connections += 1;
      this.ask();
    });
    socket.on('message', (data) => socket === this.socket && this.hear(JSON.parse(String(data)) as ServerMessage));
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      if (socket !== this.socket) return;
      this.socket = null;
      this.closeCodes.push(code);
      this.attempts += 1;
      const longest = Math.min(this.rules.jitterMs, FIRST_WAIT_MS * 2 ** this.attempts);
      if (!this.ended) this.timer = setTimeout(() => this.connect(port, serverPort), Math.random() * longest);
      this.news();
    });
  }

  /** Asks for the time, which is also the sign of life. */
  ask(): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    this.asked = Date.now();
    this.socket.send(JSON.stringify({ t: 'c', a: this.asked }));
  }

  /** Stops reading, as a phone whose page hangs; the kernel goes on taking what comes until it is full. */
  pause(): void {
    this.socket?.pause();
  }

  resume(): void {
    this.socket?.resume();
  }

  get live(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Leaves the line without a word: no close frame, nothing more is read or sent. */
  cutAndReconnect(): void {
    this.socket?.terminate();
  }

  close(): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.socket?.terminate();
    this.socket = null;
  }

  private hear(message: ServerMessage): void {
    this.attempts = 0;
    if (message.t === 'c') {
      this.answered += 1;
      const off = Math.max(message.a - message.b, message.s - Date.now(), 0);
      this.clockOffBy = Math.max(this.clockOffBy, off);
    }
    if (message.t === 'card') this.card = JSON.stringify(message.rounds);
    if (message.t === 'room') this.take(message);
    this.news();
  }

  private take(frame: RoomFrame): void {
    const { epoch, v, moment } = frame;
    const late = this.over.has(epoch);
    const newer = !late && (this.shown === null || this.shown.epoch !== epoch || v > this.shown.v);
    if (newer && this.shown && this.shown.epoch !== epoch) this.over.add(this.shown.epoch);
    const shown = newer || !this.rules.newestWins;
    this.heard.push({ epoch, v, moment: JSON.stringify(moment), shown });
    if (shown) this.shown = frame;
  }
}

/** Many phones at once, and a way to wait for what they hear. */
export class Crowd {
  readonly phones: readonly Phone[];
  private readonly waiting = new Set<() => void>();
  private port: number;

  constructor(links: readonly string[], port: number, rules: Partial<PhoneRules> = {}) {
    this.port = port;
    this.phones = links.map((link) => new Phone(link, { ...RULES, ...rules }, () => this.look()));
  }

  /** Every phone opens its link and connects. Links are opened at `doorPort` where the line itself leads elsewhere. */
  async enter(doorPort = this.port): Promise<void> {
    const caller = new Caller(doorPort);
    const line = [...this.phones];
    const worker = async (): Promise<void> => {
      for (let phone = line.pop(); phone; phone = line.pop()) await phone.enter(caller);
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    caller.close();
    for (const phone of this.phones) phone.connect(this.port, doorPort);
  }

  /** Resolves when `every` phone suits. @throws with a sentence when that does not come about */
  until(what: string, suits: (phone: Phone) => boolean, patienceMs = PATIENCE_MS): Promise<void> {
    return new Promise((done, failed) => {
      const late = setTimeout(() => {
        this.waiting.delete(look);
        const left = this.phones.filter((phone) => !suits(phone)).length;
        failed(new Error(`${left} of ${this.phones.length} phones never came to: ${what}`));
      }, patienceMs);
      const look = (): void => {
        if (!this.phones.every(suits)) return;
        clearTimeout(late);
        this.waiting.delete(look);
        done();
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Every phone is connected and shows this very state, or a newer one of the same run of the server. */
  untilShown(room: RoomFrame): Promise<void> {
    const suits = ({ live, shown }: Phone): boolean =>
      live && shown !== null && shown.epoch === room.epoch && shown.v >= room.v;
    return this.until(`version ${room.v} of ${room.epoch}`, suits);
  }

  /** Every connected phone has had an answer to a question that is asked now: the line and the server are alive. */
  async answered(): Promise<void> {
    const before = new Map(this.phones.map((phone) => [phone, phone.answered]));
    for (const phone of this.phones) phone.ask();
    await this.until('an answer about the time', (phone) => phone.answered > (before.get(phone) ?? 0));
  }

  get clockOffBy(): number {
    return Math.max(0, ...this.phones.map((phone) => phone.clockOffBy));
  }

  close(): void {
    for (const phone of this.phones) phone.close();
  }

  private look(): void {
    for (const look of [...this.waiting]) look();
  }
}
