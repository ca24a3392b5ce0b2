// @vitest-environment happy-dom
import { CLOSE, type Facts, type ServerMessage } from '@lapwing/shared/protocol/messages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Connection, connect } from '../../../client/src/kit/connection.ts';
import { FakeSocket } from '../fake-socket.ts';

const FACTS: Facts = {
  t: 'facts',
  studentsHere: 1,
  studentsExpected: 2,
  mentorsHere: 0,
  mentorsExpected: 1,
  allHere: null,
};

let heard: ServerMessage[];
let connection: Connection;

function connected(): FakeSocket {
  connection = connect({
    path: '/me/abc/live',
    heartbeatMs: 15_000,
    onMessage: (message) => heard.push(message),
    random: () => 0.5,
  });
  FakeSocket.last.opens();
  return FakeSocket.last;
}

/** Answers every exchange for so long. */
function talkFor(socket: FakeSocket, time: number): void {
  for (let gone = 0; gone < time; gone += 50) {
    const asked = socket.sent.length;
    vi.advanceTimersByTime(50);
    if (socket.sent.length > asked) socket.answers();
  }
}

beforeEach(() => {
  heard = [];
  FakeSocket.install();
});
afterEach(() => {
  connection.close();
  FakeSocket.remove();
});

describe('connection', () => {
  it('asks for the time eight times in quick succession, then fourteen times, then at each heartbeat', () => {
    const socket = connected();
    talkFor(socket, 8 * 150);
    expect(socket.sent.length).toBe(8);
    talkFor(socket, 14 * 2_000);
    expect(socket.sent.length).toBe(22);
    talkFor(socket, 30_000);
    expect(socket.sent.length).toBe(24);
  });

  it('is live from the first message, and hands on everything but clock answers', () => {
    const socket = connected();
    expect(connection.status.value).toBe('connecting');
    socket.says(FACTS);
    socket.answers();
    expect(connection.status.value).toBe('live');
    expect(heard).toEqual([FACTS]);
    expect(connection.lastHeardAt.value).not.toBeNull();
  });

  it('leaves a message aside that it cannot read', () => {
    const socket = connected();
    socket.onmessage?.({ data: 'what?' });
    expect(heard).toEqual([]);
    expect(connection.status.value).toBe('connecting');
  });

  it('connects again after a loss, waiting twice as long each time, at most 5 s', () => {
    connected().says(FACTS);
    const waits = [];
    for (let loss = 0; loss < 8; loss++) {
      const before = FakeSocket.all.length;
      const from = performance.now();
      FakeSocket.last.ends(1006);
      while (FakeSocket.all.length === before) vi.advanceTimersByTime(10);
      waits.push(performance.now() - from);
    }
    expect(waits).toEqual([100, 200, 400, 800, 1_600, 2_500, 2_500, 2_500]);
  });

  it('where no place is free comes back after half a minute or more', () => {
    connected().says(FACTS);
    FakeSocket.last.ends(CLOSE.full);
    vi.advanceTimersByTime(29_900);
    expect(FakeSocket.all).toHaveLength(1);
    vi.advanceTimersByTime(15_200);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('starts with the short wait again once the server was heard', () => {
    connected().says(FACTS);
    FakeSocket.last.ends(CLOSE.restarting);
    vi.advanceTimersByTime(100);
    FakeSocket.last.opens();
    FakeSocket.last.says(FACTS);
    FakeSocket.last.ends(CLOSE.restarting);
    vi.advanceTimersByTime(100);
    expect(FakeSocket.all.length).toBe(3);
  });

  it('stays live over a short loss', () => {
    connected().says(FACTS);
    FakeSocket.last.ends(1006);
    vi.advanceTimersByTime(200);
    expect(connection.status.value).toBe('live');
  });

  it('is offline after 10 s without an answer, whatever the socket claims, and connects anew', () => {
    const socket = connected();
    socket.answers();
    vi.advanceTimersByTime(9_900);
    expect(connection.status.value).toBe('live');
    vi.advanceTimersByTime(300);
    expect(connection.status.value).toBe('offline');
    expect(socket.readyState).toBe(FakeSocket.CLOSING);
    FakeSocket.last.opens();
    FakeSocket.last.says(FACTS);
    expect(connection.status.value).toBe('live');
  });

  it('ignores a socket that was replaced', () => {
    const old = connected();
    vi.advanceTimersByTime(10_200);
    expect(FakeSocket.all.length).toBe(2);
    old.says(FACTS);
    old.ends(1006);
    vi.advanceTimersByTime(6_000);
    expect(heard).toEqual([]);
    expect(connection.status.value).toBe('offline');
    expect(FakeSocket.all.length).toBe(2);
  });

  it('does not come back when it was told that it may not listen', () => {
    connected().says(FACTS);
    FakeSocket.last.ends(CLOSE.notAllowed);
    vi.advanceTimersByTime(120_000);
    window.dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(10_000);
    expect(connection.status.value).toBe('refused');
    expect(FakeSocket.all.length).toBe(1);
  });

  it('connects at once when the network comes back, without waiting its turn', () => {
    connected().says(FACTS);
    for (let loss = 0; loss < 6; loss++) {
      FakeSocket.last.ends(1006);
      vi.advanceTimersByTime(loss === 5 ? 10 : 5_000);
    }
    const before = FakeSocket.all.length;
    window.dispatchEvent(new Event('online'));
    expect(FakeSocket.all.length).toBe(before + 1);
  });

  it('replaces a socket that is silent after the page comes back to the front', () => {
    const socket = connected();
    talkFor(socket, 40_000);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(1_600);
    expect(FakeSocket.all.length).toBe(2);
  });

  it('keeps a socket that answers after the page comes back to the front', () => {
    const socket = connected();
    talkFor(socket, 40_000);
    document.dispatchEvent(new Event('visibilitychange'));
    talkFor(socket, 3_000);
    expect(FakeSocket.all.length).toBe(1);
  });

  it('asks in a burst again when the device has slept', () => {
    const socket = connected();
    talkFor(socket, 40_000);
    const asked = socket.sent.length;
    vi.setSystemTime(Date.now() + 600_000);
    connection.clock.now();
    talkFor(socket, 20_000);
    expect(socket.sent.length - asked).toBeGreaterThanOrEqual(8);
  });

  it('opens the socket on this origin', () => {
    expect(connected().url).toMatch(/^wss?:\/\/[^/]*\/me\/abc\/live$/u);
  });
});
