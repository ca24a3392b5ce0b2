import {
  CLOSE,
  type ClockQuestion,
  OFFLINE_AFTER_MS,
  type ServerMessage,
  WHY_OVER,
  type WhyOver,
} from '@lapwing/shared/protocol/messages';
import { type Signal, signal } from '@preact/signals';
import { createServerClock, pageTime, type ServerClock } from './server-clock.ts';

/** live: the server answers; offline: it did not for 10 s; refused: this page may not listen, and does not ask again. */
export type ConnectionStatus = 'connecting' | 'live' | 'offline' | 'refused';

export interface Connection {
  readonly status: Signal<ConnectionStatus>;
  /** Page time (`pageTime`) of the last message; null before the first. */
  readonly lastHeardAt: Signal<number | null>;
  /** Why it is refused, where the server said. */
  readonly why: Signal<WhyOver | null>;
  readonly clock: ServerClock;
  /** Ends it for good. */
  close(): void;
  /** Ends it because the server said that this page may not listen: a refused upgrade looks like any lost connection. */
  refuse(why?: unknown): void;
}

export interface ConnectionSettings {
  /** Path of the WebSocket on this origin, e.g. "/me/k3v9/live". */
  readonly path: string;
  /** Everything but clock answers. */
  onMessage(message: ServerMessage): void;
  /** Time between exchanges once the clock has settled. */
  readonly heartbeatMs: 15_000 | 5_000;
  /** Uniform in [0, 1); spreads reconnections and heartbeats. */
  random?(): number;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
/** Where no place is free the page asks over HTTP meanwhile. */
const FULL_WAIT_MS = 30_000;
/** After the page comes back to the front: an answer must come within this, else the socket is dead in secret. */
const ANSWER_ON_RETURN_MS = 1_500;
const CONNECTING_ON_RETURN_MS = 5_000;

/** Opens the live connection and keeps it up until `close`, through dead networks, sleeping devices and restarts. */
export function connect(settings: ConnectionSettings): Connection {
  const line = new Line(settings);
  line.open();
  return line;
}

type Timer = ReturnType<typeof setTimeout>;

class Line implements Connection {
  readonly status: Signal<ConnectionStatus> = signal('connecting');
  readonly lastHeardAt: Signal<number | null> = signal(null);
  readonly why: Signal<WhyOver | null> = signal(null);
  readonly clock = createServerClock();
  private socket: WebSocket | null = null;
  private attempts = 0;
  private exchanges = 0;
  private again: Timer | undefined;
  private beat: Timer | undefined;
  private doubt: Timer | undefined;
  private ended = false;
  private readonly settings: ConnectionSettings;
  private readonly random: () => number;

  constructor(settings: ConnectionSettings) {
    this.settings = settings;
    this.random = settings.random ?? Math.random;
    document.addEventListener('visibilitychange', this.cameBack);
    for (const kind of ['pageshow', 'online', 'resume']) window.addEventListener(kind, this.cameBack);
  }

  open(): void {
    this.drop();
    if (this.ended) return;
    const address = new URL(this.settings.path, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address.href);
    this.socket = socket;
    this.expectAnswer();
    // a socket that was replaced may still speak: its events count for nothing
    socket.onopen = () => socket === this.socket && this.burst();
    socket.onmessage = (event) => socket === this.socket && this.hear(event.data);
    socket.onclose = (event) => socket === this.socket && this.lost(event);
  }

  close(): void {
    this.ended = true;
    this.drop();
    clearTimeout(this.doubt);
    document.removeEventListener('visibilitychange', this.cameBack);
    for (const kind of ['pageshow', 'online', 'resume']) window.removeEventListener(kind, this.cameBack);
  }

  refuse(why?: unknown): void {
    this.why.value = whyOver(why);
    this.status.value = 'refused';
    this.close();
  }

  private drop(): void {
    clearTimeout(this.again);
    clearTimeout(this.beat);
    const old = this.socket;
    this.socket = null;
    if (old && old.readyState <= WebSocket.OPEN) old.close();
  }

  private lost({ code, reason }: CloseEvent): void {
    this.drop();
    if (code === CLOSE.notAllowed) {
      this.refuse(reason);
      return;
    }
    this.expectAnswer();
    if (code === CLOSE.full) {
      this.again = setTimeout(() => this.open(), FULL_WAIT_MS * (1 + this.random()));
      return;
    }
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempts);
    this.attempts++;
    this.again = setTimeout(() => this.open(), this.random() * longest);
  }

  private hear(data: unknown): void {
    const message = parsed(data);
    if (!message) return;
    this.attempts = 0;
    clearTimeout(this.doubt);
    this.doubt = undefined;
    // first the clock, then the news: whoever draws because of it draws the right second
    if (message.t === 'c') this.clock.sample({ t0: message.a, t1: message.b, t2: message.s, t3: pageTime() });
    this.lastHeardAt.value = pageTime();
    this.status.value = 'live';
    if (message.t !== 'c') this.settings.onMessage(message);
    else if (this.clock.needsBurst()) this.burst();
  }

  /** Eight exchanges in quick succession, then ever rarer. */
  private burst(): void {
    this.exchanges = 0;
    this.exchange();
  }

  private exchange(): void {
    clearTimeout(this.beat);
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    if (this.clock.needsBurst()) this.exchanges = 0;
    const question: ClockQuestion = { t: 'c', a: pageTime() };
    this.socket.send(JSON.stringify(question));
    this.expectAnswer();
    this.exchanges++;
    const wait = Math.min(this.clock.delay(this.exchanges), this.settings.heartbeatMs);
    const jitter = wait === this.settings.heartbeatMs ? 0.8 + 0.4 * this.random() : 1;
    this.beat = setTimeout(() => this.exchange(), wait * jitter);
  }

  /** Ten seconds without an answer mean offline, whatever the socket claims about itself. */
  private expectAnswer(): void {
    this.doubt ??= setTimeout(() => {
      this.doubt = undefined;
      this.status.value = 'offline';
      // a dead socket is replaced; between two attempts the next one comes in its own time
      if (this.socket) this.open();
    }, OFFLINE_AFTER_MS);
  }

  private readonly cameBack = (event: Event): void => {
    // a page that has just been loaded shows itself too: only one from the browser's memory has been away
    if (event.type === 'pageshow' && !(event as PageTransitionEvent).persisted) return;
    if (document.visibilityState === 'hidden' || this.ended) return;
    this.clock.reset();
    const socket = this.socket;
    if (!socket || socket.readyState > WebSocket.OPEN) {
      this.open();
      return;
    }
    const heard = this.lastHeardAt.value;
    this.burst();
    const patience = socket.readyState === WebSocket.CONNECTING ? CONNECTING_ON_RETURN_MS : ANSWER_ON_RETURN_MS;
    setTimeout(() => {
      if (socket === this.socket && this.lastHeardAt.value === heard) this.open();
    }, patience);
  };
}

/** One of the reasons we know, from whatever the server said. */
export const whyOver = (said: unknown): WhyOver | null => WHY_OVER.find((why) => why === said) ?? null;

function parsed(data: unknown): ServerMessage | null {
  try {
    const message = JSON.parse(String(data)) as ServerMessage | null;
    return typeof message?.t === 'string' ? message : null;
  } catch {
    return null;
  }
}
