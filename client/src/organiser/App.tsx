import type { EventId } from '@lapwing/shared/kernel/ids';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { EventShell } from './EventShell.tsx';
import { EventsPage } from './events/EventsPage.tsx';
import { badgeIn, isCheckIn, placeOf } from './place.ts';
import { askWho, openAddress, session } from './session.ts';
import { loadSection } from './shell/load-section.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { JoinPage } from './staff/JoinPage.tsx';
import { t } from './words.ts';

const CheckInShell = loadSection<{ readonly id: EventId; readonly badge: string | null }>(() =>
  import('./check-in/CheckInShell.tsx').then(({ CheckInShell: view }) => view),
);

const TeamPage = loadSection<object>(() => import('./staff/TeamPage.tsx').then(({ TeamPage: view }) => view));

/** The console: who is there, then where they are. The place lives in the hash, so that links and Back work. */
export function App() {
  const place = useSignal(placeOf(location.hash));
  useEffect(() => {
    const follow = (): void => {
      const next = placeOf(location.hash);
      if (next.kind !== 'secret') {
        place.value = next;
        return;
      }
      history.replaceState(null, '', location.pathname + next.next);
      place.value = placeOf(next.next);
      void openAddress(next.secret);
    };
    if (place.value.kind === 'secret') follow();
    else void askWho();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [place]);

  const who = session.value;
  if (who.kind === 'asking') return <p class="waiting">{t('session.asking')}</p>;
  if (who.kind === 'out') return <SignIn refusal={who.refusal} />;
  if (who.kind === 'joining') return <JoinPage {...who} />;
  const here = place.value;
  if (here.kind === 'team') return <TeamPage />;
  if (here.kind !== 'event') return <EventsPage firstName={who.firstName} />;
  if (isCheckIn(location.pathname)) return <CheckInShell key={here.id} id={here.id} badge={badgeIn(location.hash)} />;
  return <EventShell key={here.id} id={here.id} section={here.section} part={here.part} />;
}
