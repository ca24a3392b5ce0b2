import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CheckInShellProps } from './check-in/CheckInShell.tsx';
import { HelperJoin } from './check-in/HelperJoin.tsx';
import type { CommunityPageProps } from './community/CommunityPage.tsx';
import { EventShell } from './EventShell.tsx';
import { EventsPage } from './events/EventsPage.tsx';
import { badgeIn, isCheckIn, placeOf } from './place.ts';
import { askWho, openAddress, session } from './session.ts';
import { keepFocus } from './shell/keep-focus.ts';
import { loadSection } from './shell/load-section.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { JoinPage } from './staff/JoinPage.tsx';
import { SignInAgain } from './staff/SignInAgain.tsx';
import { t } from './words.ts';

const CheckInShell = loadSection<CheckInShellProps>(() =>
  import('./check-in/CheckInShell.tsx').then(({ CheckInShell: view }) => view),
);

const CommunityPage = loadSection<CommunityPageProps>(() =>
  import('./community/CommunityPage.tsx').then(({ CommunityPage: view }) => view),
);

const TeamPage = loadSection<object>(() => import('./staff/TeamPage.tsx').then(({ TeamPage: view }) => view));

/** The console: who is there, then where they are; and, over it, the question who they are once more. */
export function App() {
  useEffect(keepFocus, []);
  return (
    <>
      <Where />
      <SignInAgain />
    </>
  );
}

/** The place lives in the hash, so that links and Back work. */
function Where() {
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
  const atDoor = isCheckIn(location.pathname);
  if (who.kind === 'helping' && atDoor)
    return <CheckInShell key={who.eventId} id={who.eventId} badge={badgeIn(location.hash)} isHelper />;
  if (who.kind === 'out' && atDoor) return <HelperJoin refusal={who.refusal} />;
  if (who.kind === 'out' || who.kind === 'helping') return <SignIn refusal={who.kind === 'out' ? who.refusal : null} />;
  if (who.kind === 'joining') return <JoinPage {...who} />;
  const here = place.value;
  if (here.kind === 'team') return <TeamPage />;
  if (here.kind === 'community') return <CommunityPage part={here.part} />;
  if (here.kind !== 'event') return <EventsPage firstName={who.firstName} />;
  if (atDoor) return <CheckInShell key={here.id} id={here.id} badge={badgeIn(location.hash)} isHelper={false} />;
  return <EventShell key={here.id} id={here.id} section={here.section} part={here.part} />;
}
