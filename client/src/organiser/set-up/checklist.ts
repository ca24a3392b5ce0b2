import { type LinkReach, linkReach } from '@lapwing/shared/event/link-reach';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { EventDetail, PlanView } from '@lapwing/shared/protocol/api';
import type { InvitationView } from '@lapwing/shared/protocol/places-api';
import { floorSum } from '../floor/floor-sum.ts';
import type { Section } from '../place.ts';
import { type Sentence, sentence } from '../sentence.ts';

/** One thing that has to be right before the night, and where to do it. */
export interface CheckItem {
  readonly done: boolean;
  readonly line: Sentence;
  readonly section: Section;
}

const item = (done: boolean, section: Section, line: Sentence): CheckItem => ({ done, line, section });

/**
 * What is missing before the night, in the order of the work.
 * @param plan the newest plan, null when none was made
 * @param invitation the public side, null while it is not known
 */
export function checklist(
  event: Pick<EventDetail, 'settings' | 'tables' | 'publishedPlan' | 'links'>,
  people: readonly Attendee[],
  plan: Pick<PlanView, 'version' | 'outdated'> | null,
  now: Instant,
  invitation: Pick<InvitationView, 'invitation' | 'places'> | null = null,
): CheckItem[] {
  const active = people.filter(({ standing }) => standing === 'active');
  const mentors = active.filter(({ role }) => role === 'mentor').length;
  const students = active.length - mentors;
  const floor = floorSum(event.tables, people);
  const items = [
    item(
      event.settings.startsAt > now,
      'set-up',
      sentence(event.settings.startsAt > now ? 'check.date' : 'check.date.past'),
    ),
    ...(invitation === null ? [] : invitationItems(invitation, students, linkReach(event.links.join))),
    item(students > 0, 'people', sentence('check.students', { students })),
    item(mentors > 0, 'people', sentence('check.mentors', { mentors })),
  ];
  const tables = event.tables.length;
  items.push(item(tables > 0, 'floor', sentence('check.tables', { tables })));
  if (tables > 0) {
    items.push(item(floor.staffed === tables, 'floor', sentence('check.staffed', { staffed: floor.staffed, tables })));
    items.push(item(floor.seats >= students, 'floor', sentence('check.seats', { seats: floor.seats, students })));
  }
  items.push(planItem(event.publishedPlan, plan));
  return items;
}

function planItem(published: number, plan: Pick<PlanView, 'version' | 'outdated'> | null): CheckItem {
  if (plan === null) return item(false, 'plan', sentence('check.plan.none'));
  if (plan.outdated) return item(false, 'plan', sentence('check.plan.outdated'));
  if (published === 0) return item(false, 'plan', sentence('check.plan.draft'));
  if (published < plan.version) return item(true, 'plan', sentence('check.plan.newer-draft', { published }));
  return item(true, 'plan', sentence('check.plan.published', { published }));
}

/** An invitation that is closed is missing only where nobody has come in by another way. */
function invitationItems(
  { invitation, places }: Pick<InvitationView, 'invitation' | 'places'>,
  students: number,
  reach: LinkReach,
): CheckItem[] {
  if (!invitation.open) return students > 0 ? [] : [item(false, 'set-up', sentence('check.invitation.closed'))];
  const registered = { active: places.active, places: places.places ?? 0 };
  const open = places.places === null ? 'check.invitation.open' : 'check.invitation.open-places';
  return [
    item(true, 'set-up', sentence(open, registered)),
    ...(invitation.about === '' ? [item(false, 'set-up', sentence('check.invitation.about'))] : []),
    ...(reach === 'everywhere' ? [] : [item(false, 'set-up', sentence(`check.reach.${reach}`))]),
    ...(invitation.trustedName === '' ? [item(false, 'set-up', sentence('check.invitation.trusted'))] : []),
    ...(invitation.contactEmail === '' ? [item(false, 'set-up', sentence('check.invitation.contact'))] : []),
  ];
}
