import { firstName } from '@lapwing/shared/event/roster';
import { SECOND_THOUGHTS, SILENCE } from '@lapwing/shared/introductions/agreed';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { after, type Instant, later } from '@lapwing/shared/kernel/time';
import type { OwnStanding, PassedTo } from '@lapwing/shared/protocol/introductions-api';
import { t as introWord } from '../introductions/words.ts';
import { clockText } from '../kit/figures.ts';
import type { PickProps } from './PickButtons.tsx';
import type { PhoneView } from './phone-view.ts';
import type { PicksView } from './picks.ts';

/** How what this person said of somebody stands with the other side. */
export interface Stands {
  readonly is: OwnStanding;
  readonly passedTo: PassedTo | null;
}

/**
 * As the server told it, with what was said on this device since: null before the last bell, and where nothing was asked.
 */
export function standingOf({ of, after: opened }: PicksView, about: AttendeeId): Stands | null {
  if (!opened) return null;
  const told = opened.standings.find((one) => one.about === about);
  if (told?.stands === 'sent') return { is: 'sent', passedTo: null };
  const pick = of[about];
  if (pick?.wish !== 'introduce') return null;
  if (told?.stands === 'confirm' && pick.at >= opened.at) return { is: 'agreed', passedTo: null };
  if (told) return { is: told.stands, passedTo: told.passedTo };
  // they asked, and this person has just said yes
  return { is: opened.requests.some(({ from }) => from === about) ? 'agreed' : 'asked', passedTo: null };
}

/** When an introduction that nobody takes back goes out at the latest; null: it should have. */
export function goesOutBy({ picks, now }: Pick<PhoneView, 'picks' | 'now'>, about: AttendeeId): Instant | null {
  const bell = picks.after?.at;
  if (bell === undefined) return null;
  const silent = after(bell, SILENCE);
  const said = picks.of[about]?.at ?? silent;
  const by = after(now === null || now < silent ? silent : later(said, bell), SECOND_THOUGHTS);
  return now !== null && by <= now ? null : by;
}

export function standingWords(view: PhoneView, person: PickProps['person'], { is, passedTo }: Stands): string {
  const name = firstName(person.name);
  switch (is) {
    case 'passed-on':
      return passedTo
        ? introWord('intro.stands.passed-on', { name, other: firstName(passedTo.name) })
        : introWord('intro.stands.passed-on.nobody', { name });
    case 'full':
      return introWord(view.card.role === 'mentor' ? 'intro.stands.full.own' : 'intro.stands.full', { name });
    case 'agreed':
    case 'confirm': {
      if ((view.picks.after?.missing.length ?? 0) > 0) return introWord('intro.stands.missing');
      const by = goesOutBy(view, person.id);
      if (by === null) return introWord('intro.stands.agreed.soon');
      return introWord('intro.stands.agreed', { time: clockText(by, view.card.timeZone) });
    }
    default:
      return introWord(`intro.stands.${is}`, { name });
  }
}
