import { useEffect, useMemo } from 'preact/hooks';
import { t as afterWord } from '../after/words.ts';
import { Icon } from '../kit/Icon.tsx';
import { type HomeScreenWay, homeScreen } from './home-screen.ts';

/** This page on the home screen: offered once the evening is over. */
export function AddToHomeScreen({ id }: { id: string }) {
  const screen = useMemo(() => homeScreen(`/me/${id}`), [id]);
  useEffect(screen.start, [screen]);
  return <HomeScreenOffer way={screen.way.value} onAdd={() => void screen.add()} />;
}

/** How this browser does it; where it cannot, nothing. */
export function HomeScreenOffer({ way, onAdd }: { way: HomeScreenWay; onAdd: () => void }) {
  if (way === 'none') return null;
  return (
    <section class="block">
      <h2>{afterWord('after.home')}</h2>
      {way === 'by-hand' ? (
        <p>{afterWord('after.home.by-hand')}</p>
      ) : (
        <button type="button" class="quiet-button" onClick={onAdd}>
          <Icon name="phone" />
          {afterWord('after.home.add')}
        </button>
      )}
    </section>
  );
}
