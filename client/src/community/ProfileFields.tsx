import { ADDRESS_LENGTH, MOST_LANGUAGES, NAME_LENGTH } from '@lapwing/shared/community/problems';
import { HEADLINE_LENGTH, MOST_FIELDS, type Profile } from '@lapwing/shared/community/profile';
import type { CommunityConsents } from '@lapwing/shared/protocol/community-api';
import type { Problem } from '@lapwing/shared/registration/problems';
import { industryTags, roleLabel, roleTags } from '../careers/labels.ts';
import { Check, Part, Pick, Several, TextField } from '../forms/fields.tsx';
import { DataKeptBy } from './KeptBy.tsx';
import { tongueTags } from './tongues.ts';
import { t } from './words.ts';

export interface ProfileFieldsProps {
  readonly profile: Profile;
  readonly change: (part: Partial<Profile>) => void;
  readonly problems: readonly Problem[];
  /** Whether the address can still be typed: later the link goes to it. */
  readonly fresh: boolean;
}

const WHOLE_YEARS = [...Array.from({ length: 21 }, (_, years) => years), 25, 30, 35, 40];
const A_MONTH = [1, 2, 3, 4, 5, 8, 12, 20];

const numberOf = (value: string): number | null => (value === '' ? null : Number(value));
/** The numbers offered, and the one that stands there. */
const withOwn = (offered: readonly number[], own: number | null): readonly number[] =>
  own === null || offered.includes(own) ? offered : [...offered, own].sort((one, other) => one - other);

/** Everything a member says of themselves (C1). */
export function ProfileFields(props: ProfileFieldsProps) {
  const { profile, change, problems, fresh } = props;
  return (
    <>
      <Part title={t('community.you')}>
        <TextField
          field="name"
          label={t('community.your-name')}
          value={profile.name}
          most={NAME_LENGTH}
          autocomplete="name"
          required
          onText={(name) => change({ name })}
          problems={problems}
        />
        {fresh ? (
          <TextField
            field="email"
            label={t('community.email')}
            hint={t('community.email.hint')}
            value={profile.email}
            most={ADDRESS_LENGTH}
            type="email"
            autocomplete="email"
            required
            onText={(email) => change({ email })}
            problems={problems}
          />
        ) : null}
        <TextField
          field="headline"
          label={t('community.headline')}
          hint={t('community.headline.hint')}
          value={profile.headline}
          most={HEADLINE_LENGTH}
          onText={(headline) => change({ headline })}
          problems={problems}
        />
        <Several
          field="languages"
          label={t('community.languages')}
          chosen={profile.languages}
          most={MOST_LANGUAGES}
          tags={tongueTags(profile.languages)}
          onPick={(languages) => change({ languages })}
          problems={problems}
        />
      </Part>
      <WorkFields {...props} />
    </>
  );
}

function WorkFields({ profile, change, problems }: ProfileFieldsProps) {
  const { roles, years, perMonth } = profile;
  const chosen = roles.map(({ role }) => role);
  const held = (role: string): number | null => roles.find((one) => one.role === role)?.years ?? null;
  const yearOptions = (own: number | null) =>
    withOwn(WHOLE_YEARS, own).map((value) => ({
      value: String(value),
      label: t('community.years.count', { years: value }),
    }));
  return (
    <Part title={t('community.work')}>
      <Pick
        field="years"
        label={t('community.years')}
        hint={t('community.years.hint')}
        none={t('community.years.count', { years: 0 })}
        value={years === 0 ? '' : String(years)}
        options={yearOptions(years).filter(({ value }) => value !== '0')}
        onPick={(value) => change({ years: numberOf(value) ?? 0 })}
        problems={problems}
      />
      <Several
        field="industries"
        label={t('community.industries')}
        chosen={profile.industries}
        most={MOST_FIELDS}
        tags={industryTags()}
        onPick={(industries) => change({ industries })}
        problems={problems}
      />
      <Several
        field="roles"
        label={t('community.roles')}
        chosen={chosen}
        most={MOST_FIELDS}
        tags={roleTags()}
        onPick={(picked) => change({ roles: picked.map((role) => ({ role, years: held(role) })) })}
        problems={problems}
      />
      {years === 0
        ? null
        : chosen.map((role) => (
            <Pick
              key={role}
              field={`roles-${role}`}
              label={t('community.role-years', { role: roleLabel(role) })}
              value={held(role) === null ? '' : String(held(role))}
              options={yearOptions(held(role))}
              onPick={(value) =>
                change({ roles: roles.map((one) => (one.role === role ? { role, years: numberOf(value) } : one)) })
              }
              problems={problems}
            />
          ))}
      <Pick
        field="perMonth"
        label={t('community.give')}
        hint={t('community.give.hint')}
        value={perMonth === 0 ? '' : String(perMonth)}
        options={withOwn(A_MONTH, perMonth === 0 ? null : perMonth).map((value) => ({
          value: String(value),
          label: t('community.give.count', { count: value }),
        }))}
        onPick={(value) => change({ perMonth: numberOf(value) ?? 0 })}
        problems={problems}
      />
    </Part>
  );
}

interface ConsentFieldsProps {
  readonly consents: CommunityConsents;
  readonly change: (consents: CommunityConsents) => void;
  readonly problems: readonly Problem[];
  /** They are kept as a member already: who does not want that any more leaves. */
  readonly keeps?: boolean;
}

/** What a member agrees to, each for itself (C3). */
export const ConsentFields = ({ consents, change, problems, keeps = false }: ConsentFieldsProps) => (
  <Part title={t('community.consents')}>
    <DataKeptBy />
    {keeps ? null : (
      <Check
        field="consents.member"
        label={t('community.consent.member')}
        hint={t('community.consent.member.hint')}
        checked={consents.member}
        onCheck={(member) => change({ ...consents, member })}
        problems={problems}
      />
    )}
    <Check
      field="consents.introductions"
      label={t('community.consent.introductions')}
      hint={t('community.consent.introductions.hint')}
      checked={consents.introductions}
      onCheck={(introductions) => change({ ...consents, introductions })}
      problems={problems}
    />
  </Part>
);
