import type { ClockQuestion, ServerMessage } from '@lapwing/shared/protocol/messages';
import { vi } from 'vitest';

/** A WebSocket that does what the test says. `FakeSocket.all`: every one that was opened, oldest first. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static all: FakeSocket[] = [];

  /** Puts it in the browser's place, with fake time; call in `beforeEach`. */
  static install(): void {
    FakeSocket.all = [];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: 1_000 });
    vi.stubGlobal('WebSocket', FakeSocket);
  }

  static remove(): void {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }

  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  }

  readyState = FakeSocket.CONNECTING;
  readonly sent: ClockQuestion[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClockQuestion);
  }

  close(): void {
    this.readyState = FakeSocket.CLOSING;
  }

  opens(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  says(message: ServerMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** Answers the latest clock question, as a server whose time is `ahead` ms ahead of the page's. */
  answers(ahead = 0): void {
    const question = this.sent.at(-1);
    if (question) this.says({ t: 'c', a: question.a, b: question.a + ahead, s: question.a + ahead });
  }

  ends(code: number, reason = ''): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({ code, reason });
  }
}
