import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pageTime } from '../../kit/server-clock.ts';
import type { CodeReader } from './code-reader.ts';
import { openReader } from './code-reader.ts';
import { createSeenCodes } from './seen-codes.ts';

/**
 * none: this page has no camera, since it came over plain http or the browser has none; refused: somebody said no to it;
 * broken: the camera or the decoder does not work.
 */
export type CameraState = 'none' | 'off' | 'starting' | 'on' | 'refused' | 'broken';

/** Milliseconds between two looks; a hand needs longer to change the badge. */
const LOOK_EVERY_MS = 120;

export interface Camera {
  readonly state: CameraState;
  start(): void;
  stop(): void;
}

const hasCamera = (): boolean => isSecureContext && typeof navigator.mediaDevices?.getUserMedia === 'function';

/** Looks through the camera for codes and tells each once for as long as it is in sight. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (text: string) => void): Camera {
  const [state, setState] = useState<CameraState>(hasCamera() ? 'off' : 'none');
  const wanted = state === 'starting' || state === 'on';
  useEffect(() => {
    if (!wanted) return;
    const look = new Look(video, onCode, setState);
    void look.begin();
    return () => look.end();
  }, [wanted]);
  return { state, start: () => setState('starting'), stop: () => setState('off') };
}

class Look {
  private stream: MediaStream | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private over = false;
  private readonly isNew = createSeenCodes(pageTime);
  private readonly video: RefObject<HTMLVideoElement | null>;
  private readonly onCode: (text: string) => void;
  private readonly tell: (state: CameraState) => void;

  constructor(
    video: RefObject<HTMLVideoElement | null>,
    onCode: (text: string) => void,
    tell: (state: CameraState) => void,
  ) {
    this.video = video;
    this.onCode = onCode;
    this.tell = tell;
  }

  async begin(): Promise<void> {
    try {
      const video = { facingMode: 'environment', width: { ideal: 1_280 }, height: { ideal: 720 } };
      const [read, stream] = await Promise.all([
        openReader(),
        navigator.mediaDevices.getUserMedia({ video, audio: false }).then((found) => {
          this.stream = found;
          return found;
        }),
      ]);
      const screen = this.video.current;
      if (this.over || !screen) return this.end();
      screen.srcObject = stream;
      await screen.play();
      this.tell('on');
      void this.look(read, screen);
    } catch (error) {
      this.end();
      const refused = error instanceof DOMException && error.name === 'NotAllowedError';
      this.tell(refused ? 'refused' : 'broken');
    }
  }

  private async look(read: CodeReader, screen: HTMLVideoElement): Promise<void> {
    if (this.over) return;
    if (screen.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && document.visibilityState === 'visible') {
      const texts = await read(screen).catch(() => []);
      for (const text of texts) if (!this.over && this.isNew(text)) this.onCode(text);
    }
    this.timer = setTimeout(() => void this.look(read, screen), LOOK_EVERY_MS);
  }

  end(): void {
    this.over = true;
    clearTimeout(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }
}
