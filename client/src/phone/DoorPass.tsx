import { spacedBadge } from '@lapwing/shared/event/badge';
import { selfCheckInOpen } from '@lapwing/shared/event/self-check-in';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { IAmHere } from './IAmHere.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

type Code = typeof import('../kit/JoinBlock.tsx').QrCode;
let drawn: Code | null = null;

/** The code's drawing comes in a part of its own, as soon as the page is there: it has to be here without a network. */
export async function loadCode(): Promise<Code> {
  drawn ??= (await import('../kit/JoinBlock.tsx')).QrCode;
  return drawn;
}

/** Whether this page shows a code for the desk now. */
const showsPass = ({ card, shown }: Pick<PhoneView, 'card' | 'shown'>): boolean =>
  shown.phase.kind === 'doors' && !card.checkedIn && card.badgeCode !== '' && card.standing !== 'cancelled';

/** From when the door may be open: the code is large, and the screen stays on for it. */
export const showsPassAtDoor = (view: Pick<PhoneView, 'card' | 'shown' | 'now'>): boolean =>
  showsPass(view) && view.now !== null && selfCheckInOpen(view.now, view.card.startsAt);

/** What the desk scans: large at the door, small in the days before; and "I am here" for whom no desk is free. */
export function DoorPass({ view, acts }: { view: PhoneView; acts: PhoneActs }) {
  const [Qr, setQr] = useState<{ readonly draw: Code } | null>(drawn && { draw: drawn });
  useEffect(() => {
    loadCode().then(
      (draw) => setQr({ draw }),
      () => undefined,
    );
  }, []);
  const { card } = view;
  if (!showsPass(view)) return null;
  const atDoor = showsPassAtDoor(view);
  return (
    <section class={atDoor ? 'pass at-door' : 'pass'} aria-labelledby="pass-heading">
      <h2 id="pass-heading">{t(atDoor ? 'phone.pass.show' : 'phone.pass.before')}</h2>
      {Qr ? <Qr.draw text={`${location.origin}/b/${card.badgeCode}`} class="pass-code" /> : null}
      <p class="pass-text k-face" translate={false}>
        {spacedBadge(card.badgeCode)}
      </p>
      {atDoor ? (
        <p class="pass-hint">
          <Icon name="info" size="1.25em" /> {t('phone.pass.bright')}
        </p>
      ) : null}
      {atDoor && card.selfCheckIn ? <IAmHere acts={acts} /> : null}
    </section>
  );
}
