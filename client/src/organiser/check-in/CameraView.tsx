import { useRef } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';
import { type CameraState, useCamera } from './use-camera.ts';

/** The camera of the check-in, or why there is none and what to do instead. */
export function CameraView({ onCode }: { onCode: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const { state, start, stop } = useCamera(video, onCode);
  const running = state === 'on' || state === 'starting';
  return (
    <section class="camera" aria-label={t('camera.label')} data-camera={state}>
      <video ref={video} muted playsInline hidden={!running} />
      {running ? <span class="camera-frame" aria-hidden="true" /> : null}
      <CameraWords state={state} />
      {state === 'none' ? null : (
        <button type="button" class="camera-switch" onClick={running ? stop : start}>
          <Icon name={running ? 'cross' : 'qr'} /> {t(running ? 'camera.stop' : 'camera.start')}
        </button>
      )}
    </section>
  );
}

/** Gives every state of the camera its words. */
export function CameraWords({ state }: { state: CameraState }) {
  if (state === 'off') return null;
  if (state === 'none') {
    return (
      <div class="camera-words">
        <p>
          <b>{t('camera.none')}</b>
        </p>
        <p>{t('camera.none.instead')}</p>
      </div>
    );
  }
  return (
    <p class="camera-words" role="status">
      {t(`camera.${state}`)}
    </p>
  );
}
