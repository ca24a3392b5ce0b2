import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { PrintedBadge } from '@lapwing/shared/paper/sheets';
import { type Sentence, sentence } from '../sentence.ts';
import { listText, t } from '../words.ts';
import type { Names } from './change-sentence.ts';
import type { Need } from './needs.ts';

/** More names than these do not help. */
const MOST_NAMED = 8;

export interface NeedWords {
  readonly title: Sentence;
  readonly text: readonly Sentence[];
}

/**
 * What a card says before its buttons.
 * @param list puts many names into words
 * @param clock puts an instant into words, e.g. "19:38"
 */
export function needWords(
  need: Need,
  names: Names,
  list: (ids: readonly AttendeeId[]) => string,
  clock: (at: Instant) => string,
): NeedWords {
  switch (need.kind) {
    case 'arrived':
    case 'noShows': {
      const count = need.people.length;
      const title = sentence(`need.${need.kind}`, { count, name: names.people(need.people.slice(0, 1)) });
      const isNamed = count <= MOST_NAMED && (count > 1 || need.kind === 'noShows');
      return { title, text: isNamed ? [sentence('need.names', { names: list(need.people) })] : [] };
    }
    case 'mentorMissing':
      return {
        title: sentence('need.mentor-missing', { name: names.people([need.mentor]) }),
        text: [sentence('need.mentor-missing.table', { table: names.table(need.table) })],
      };
    case 'mentorArrived':
      return { title: sentence('need.arrived', { count: 1, name: names.people([need.mentor]) }), text: [] };
    case 'displayLost':
      return {
        title: sentence('need.display', { name: need.display.name, at: clock(need.since) }),
        text: [sentence('need.display.what')],
      };
    case 'runningLate':
      return {
        title: sentence('need.late', { at: clock(need.late.finishesAt), minutes: need.late.minutes }),
        text: [],
      };
    case 'oldPaper':
      return paperWords(need);
    case 'namesake':
      return {
        title: sentence('need.namesake', { name: names.people([need.person]) }),
        text: [sentence(`need.namesake.${need.why}`)],
      };
    case 'denied':
      return {
        title: sentence('need.denied', { name: names.people([need.person]) }),
        text: [sentence('need.denied.what')],
      };
    case 'lent':
      return {
        title: sentence('need.lent', { lent: need.lent, places: need.places }),
        text: [sentence('need.lent.what'), sentence('need.lent.waiting', { waiting: need.waiting })],
      };
    case 'slept': {
      const minutes = Math.max(1, Math.round((need.until - need.since) / 60_000));
      return { title: sentence('need.slept', { minutes }), text: [sentence('need.slept.what')] };
    }
    case 'call':
      return callWords(need, names, clock);
  }
}

function paperWords(need: Extract<Need, { kind: 'oldPaper' }>): NeedWords {
  const { sheets, badges, planVersion: now } = need;
  // badges say for themselves since when
  const old = plansOf(sheets.length > 0 ? sheets : badges);
  const values = { old: listText(old), count: old.length, now };
  // a name was corrected, or a mentor wrote their card again: the plan is still the same
  const title = old.every((version) => version === now)
    ? sentence('need.paper.changed')
    : sentence('need.paper', values);
  const named = listText(sheets.map(({ sheet }) => t(`print.named.${sheet}`)));
  return {
    title,
    text: [
      ...(sheets.length === 0 ? [] : [sentence('need.paper.again', { sheets: named })]),
      ...(badges.length === 0 ? [] : [badgesOld(badges)]),
    ],
  };
}

/** The plans that paper is of, the oldest first. */
const plansOf = (printed: readonly { readonly planVersion: number }[]): number[] =>
  [...new Set(printed.map(({ planVersion }) => planVersion))].sort((one, other) => one - other);

/** "12 badges changed since plan 3: print those". */
export const badgesOld = (badges: readonly PrintedBadge[]): Sentence => {
  const plans = plansOf(badges);
  return sentence('print.badges-old', { count: badges.length, plans: listText(plans), many: plans.length });
};

function callWords(
  { call: { person, kind, minutes, afterRound, at }, table, leaves }: Extract<Need, { kind: 'call' }>,
  names: Names,
  clock: (at: Instant) => string,
): NeedWords {
  const name = names.people([person]);
  const title =
    leaves === 'withRound' || leaves === 'later'
      ? sentence('need.call.leaves-after', { name, round: afterRound })
      : sentence(`need.call.${kind}`, { name, minutes });
  const said = sentence('need.call.said', { at: clock(at) });
  const until = leaves === 'later' ? [sentence('need.call.keeps', { round: afterRound })] : [];
  if (table === null) return { title, text: [...until, said] };
  return { title, text: [sentence('need.call.table', { table: names.table(table) }), ...until, said] };
}
