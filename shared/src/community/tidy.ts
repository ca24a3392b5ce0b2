import { tidyLine } from '../registration/tidy.ts';
import { emailKey } from '../roster-import/keys.ts';
import type { Ask, Profile } from './profile.ts';

const once = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** As it is written down: one line each, composed, nothing twice, the address as we compare it. */
export function tidyProfile(profile: Profile): Profile {
  const { name, email, headline, languages, industries, roles } = profile;
  return {
    ...profile,
    ...{ name: tidyLine(name), email: emailKey(email), headline: tidyLine(headline) },
    ...{ languages: once(languages), industries: once(industries) },
    roles: [...new Map(roles.map((held) => [held.role, held])).values()],
  };
}

/** The same of what is asked for. */
export const tidyAsk = (ask: Ask): Ask => ({
  ...ask,
  ...{ industries: once(ask.industries), roles: once(ask.roles), languages: once(ask.languages) },
  line: tidyLine(ask.line),
});
