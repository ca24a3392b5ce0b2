import type { Channel } from './hub.ts';

/** What may wait for a page that does not read. */
export const MOST_UNREAD_BYTES = 256 * 1024;

/** What a channel needs of a WebSocket. */
export interface PageSocket {
  readonly readyState: number;
  readonly OPEN: number;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** The stream below it. */
export interface PageStream {
  readonly writableLength: number;
  write(bytes: Buffer): unknown;
}

/**
 * Writes ready-made frames to the stream below the WebSocket. That is safe as long as frames are whole and nothing is
 * compressed: the library writes its own frames (pongs, close) in one go too, so neither ever lands inside the other.
 * Once a goodbye was said nothing may follow it.
 */
export function channelOn(socket: PageSocket, stream: PageStream): Channel {
  return {
    send(frames) {
      if (socket.readyState !== socket.OPEN) return;
      // cut, not closed: a page that does not read would not read the goodbye either
      if (stream.writableLength > MOST_UNREAD_BYTES) socket.terminate();
      else stream.write(frames);
    },
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.terminate(),
  };
}
