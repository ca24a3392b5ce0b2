import { describe, expect, it } from 'vitest';
import { channelOn, MOST_UNREAD_BYTES } from '../../../server/src/fanout/socket-channel.ts';

function page() {
  const did: string[] = [];
  const socket = {
    OPEN: 1,
    readyState: 1,
    close: (code: number, reason: string) => void did.push(`close ${code} ${reason}`),
    terminate: () => void did.push('terminate'),
  };
  const stream = { writableLength: 0, write: (bytes: Buffer) => void did.push(`write ${bytes}`) };
  return { did, socket, stream, channel: channelOn(socket, stream) };
}

describe('the channel of a page', () => {
  it('writes what it is given as it is', () => {
    const { did, channel } = page();
    channel.send(Buffer.from('frames'));
    expect(did).toEqual(['write frames']);
  });

  it('writes nothing after a goodbye: a frame behind it would break the protocol', () => {
    const { did, channel, socket } = page();
    for (const state of [0, 2, 3]) {
      socket.readyState = state;
      channel.send(Buffer.from('late'));
    }
    expect(did).toEqual([]);
  });

  it('lets a slow page have its 256 KiB, and cuts it without a goodbye beyond that', () => {
    const { did, channel, stream } = page();
    stream.writableLength = MOST_UNREAD_BYTES;
    channel.send(Buffer.from('still'));
    stream.writableLength = MOST_UNREAD_BYTES + 1;
    channel.send(Buffer.from('too much'));
    expect(did).toEqual(['write still', 'terminate']);
  });

  it('closes and cuts the WebSocket itself', () => {
    const { did, channel } = page();
    channel.close(4401, 'gone');
    channel.cut();
    expect(did).toEqual(['close 4401 gone', 'terminate']);
  });
});
