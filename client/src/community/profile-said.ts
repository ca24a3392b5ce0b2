import type { Ask, Profile } from '@lapwing/shared/community/profile';
import type { CommunityConsents } from '@lapwing/shared/protocol/community-api';
import { industryLabel, roleLabel } from '../careers/labels.ts';
import type { Said } from '../forms/said.ts';
import { dateText } from '../kit/figures.ts';
import { tongueName } from '../kit/tongue.ts';
import { isolated } from '../kit/words.ts';
import { t } from './words.ts';

const listed = (words: readonly string[]): string => words.map(isolated).join(', ');

/** What a member said, in the order of the form, to be read back. @param consents null: they have not been asked yet */
export function profileSaid(profile: Profile, consents: CommunityConsents | null): readonly Said[] {
  const { name, email, headline, languages, industries, roles, years, perMonth, pausedUntil } = profile;
  const roleWords = ({ role, years: held }: Profile['roles'][number]): string =>
    held === null ? roleLabel(role) : t('community.role-said', { role: roleLabel(role), years: held });
  return [
    { label: t('community.your-name'), answer: name },
    { label: t('community.email'), answer: email },
    { label: t('community.headline'), answer: headline },
    { label: t('community.languages'), answer: listed(languages.map(tongueName)) },
    { label: t('community.years'), answer: t('community.years.count', { years }) },
    { label: t('community.industries'), answer: listed(industries.map(industryLabel)) },
    { label: t('community.roles'), answer: listed(roles.map(roleWords)) },
    { label: t('community.give'), answer: givesWords(perMonth, pausedUntil) },
    {
      label: t('community.consent.introductions'),
      answer: consents === null ? '' : t(consents.introductions ? 'community.yes' : 'community.no'),
    },
  ];
}

function givesWords(perMonth: number, pausedUntil: Profile['pausedUntil']): string {
  const gives = t('community.give.count', { count: perMonth });
  return pausedUntil === null ? gives : t('community.give.paused', { gives, date: dateText(pausedUntil, timeZone()) });
}

/** In one line: "Product manager or Law, 2 steps ahead". */
export function askWords({ roles, industries, stepsAhead }: Ask): string {
  const fields = [...roles.map(roleLabel), ...industries.map(industryLabel)].map(isolated);
  const what = fields.length === 0 ? t('community.ask.anybody') : fields.join(', ');
  return stepsAhead === null ? what : t('community.ask.ahead', { what, steps: stepsAhead });
}

/** What somebody asks for, in their words too, to be read back. */
export const askSaid = (ask: Ask): Said => ({
  label: t('community.requests'),
  answer: [askWords(ask), ask.line === '' ? '' : isolated(ask.line), listed(ask.languages.map(tongueName))]
    .filter((part) => part !== '')
    .join(' · '),
});

/** The reader's own: a day is a day where they are. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
