import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeInWords } from '../kit/place-in-words.ts';
import { WayMap } from './WayMap.tsx';
import { type OnMap, readableHeight } from './way.ts';
import { t } from './words.ts';

interface MoveMapProps {
  card: OnMap;
  from: number | null;
  to: number;
}

/** Room that the first screen leaves for the map, with the countdown below it still seen; `null` before that is known. */
function useRoom(dependsOn: unknown) {
  const map = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  const measure = (): void => {
    const count = map.current?.parentElement?.parentElement?.querySelector('.go-count');
    const seen = window.innerHeight;
    const height = map.current?.offsetHeight ?? 0;
    // without a drawing surface everything measures nothing
    if (!count || height === 0) return;
    setRoom(Math.floor(seen - (count.getBoundingClientRect().bottom + window.scrollY - height)));
  };
  useLayoutEffect(measure, [dependsOn]);
  useLayoutEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return { map, room };
}

/**
 * Where the next table stands, in words and as a map. A map whose figures nobody could read, or that would push the
 * countdown off the first screen, waits behind a button: the words say the place.
 */
export function MoveMap({ card, from, to }: MoveMapProps) {
  const place = placeInWords(card.tables, to);
  const { map, room } = useRoom(card);
  const fits = room === null || room >= readableHeight(card);
  const way = <WayMap card={card} from={from} to={to} />;
  return (
    <div class="go-map">
      {place ? <p>{place}</p> : null}
      <div ref={map} style={fits && room !== null ? { '--map-room': `${room}px` } : {}}>
        {fits ? (
          way
        ) : (
          <details>
            <summary>{t('phone.move.map')}</summary>
            {way}
          </details>
        )}
      </div>
    </div>
  );
}
