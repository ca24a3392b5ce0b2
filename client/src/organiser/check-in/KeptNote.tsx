import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';
import type { Door } from './door.ts';

/** A word on its way for less than this needs no mention. */
const LATE_AFTER_MS = 1_000;

/** How many check-ins the server has not heard yet. They survive a reload. */
export function KeptNote({ door }: { door: Door }) {
  const count = door.queue.pending.value.size;
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (count === 0) return setLate(false);
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [count === 0]);
  return count > 0 && late ? (
    <p class="kept-note" role="status">
      <Icon name="clock" /> {t('check-in.pending', { count })}
    </p>
  ) : null;
}
