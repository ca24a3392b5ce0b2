import { STAFF_ROLES, type StaffRole } from '@lapwing/shared/event/staff';
import type { StaffLink, Team, TeamMember } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTitle } from '../../kit/use-title.ts';
import { locale } from '../../kit/words.ts';
import { EVENTS_HASH } from '../place.ts';
import { lostSession } from '../session.ts';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { OwnAccount } from './OwnAccount.tsx';
import { OtherMachines } from './PlainHttp.tsx';
import { staffApi } from './staff-api.ts';
import { useFresh } from './use-fresh.ts';
import './team.css';
import { Name } from '../../kit/Name.tsx';

/** Who runs evenings on this server, and one's own account. */
export function TeamPage() {
  const [team, setTeam] = useState<Team | null>(null);
  const load = async (): Promise<void> => {
    const answer = await staffApi.team();
    if (answer.ok) setTeam(answer.value);
    else if (answer.refusal.code === 'not-signed-in') lostSession();
  };
  useTitle(t('team.title'));
  useEffect(() => {
    void load();
  }, []);
  return (
    <div class="events-page team-page">
      <main>
        <p>
          <a class="way-link" href={EVENTS_HASH}>
            {t('team.back')}
          </a>
        </p>
        <h1>{t('team.heading')}</h1>
        {team ? (
          <>
            <People team={team} onChange={load} />
            {team.role === 'owner' ? <Invite onChange={load} /> : null}
            <OtherMachines />
            <OwnAccount team={team} onChange={load} />
          </>
        ) : null}
      </main>
    </div>
  );
}

interface PartProps {
  readonly team: Team;
  readonly onChange: () => Promise<void>;
}

function People({ team, onChange }: PartProps) {
  const fresh = useFresh();
  const isOwner = team.role === 'owner';
  const changed = (): void => void onChange();
  return (
    <section class="card form" aria-labelledby="team-people">
      <h2 id="team-people">{t('team.people')}</h2>
      <RefusalNote code={fresh.refusal} />
      <ul class="team-list">
        {team.people.map((person) => (
          <Member
            key={person.id}
            person={person}
            isMe={person.id === team.me}
            mayChange={isOwner}
            onRole={(role) => fresh.run(() => staffApi.giveRole(person.id, role), changed)}
            onDismiss={() => fresh.run(() => staffApi.dismiss(person.id), changed)}
          />
        ))}
        {team.invited.map(({ name, email, validUntil }) => (
          <li key={email} class="team-row">
            <span class="who">
              <b>
                <Name of={name} />
              </b>
              <span class="quiet" translate={false}>
                {email}
              </span>
              <small class="quiet">{t('team.invited-until', { at: dayOf(validUntil) })}</small>
            </span>
            <span class="tag warn">{t('team.invited')}</span>
            <button
              type="button"
              aria-label={t('team.withdraw.label', { name })}
              onClick={() => fresh.run(() => staffApi.withdraw(email), changed)}
            >
              {t('team.withdraw')}
            </button>
          </li>
        ))}
      </ul>
      {isOwner ? null : <p class="quiet">{t('team.owners-only')}</p>}
    </section>
  );
}

const dayOf = (at: number): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(at);

interface MemberProps {
  readonly person: TeamMember;
  readonly isMe: boolean;
  readonly mayChange: boolean;
  readonly onRole: (role: StaffRole) => void;
  readonly onDismiss: () => void;
}

function Member({ person, isMe, mayChange, onRole, onDismiss }: MemberProps) {
  const [asked, setAsked] = useState(false);
  const role = t(`team.role.${person.role}`);
  return (
    <li class="team-row">
      <span class="who">
        <b>
          <Name of={person.name} />
        </b>
        {person.email === null ? null : (
          <span class="quiet" translate={false}>
            {person.email}
          </span>
        )}
        {person.secondFactor !== false ? null : <small class="quiet">{t('team.password-only')}</small>}
      </span>
      {isMe ? <span class="tag ok">{t('team.you', { role })}</span> : null}
      {isMe || mayChange ? null : <span class="tag">{role}</span>}
      {mayChange && !isMe && !asked ? (
        <>
          <RoleSelect label={t('team.role-of', { name: person.name })} role={person.role} onRole={onRole} />
          <button
            type="button"
            aria-label={t('team.dismiss.label', { name: person.name })}
            onClick={() => setAsked(true)}
          >
            {t('team.dismiss')}
          </button>
        </>
      ) : null}
      {asked ? <Sure name={person.name} onYes={onDismiss} onNo={() => setAsked(false)} /> : null}
    </li>
  );
}

interface SureProps {
  readonly name: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Says what is about to happen, with the way back in front of who was too quick. */
function Sure({ name, onYes, onNo }: SureProps) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <>
      <span>{t('team.dismiss-what')}</span>
      <span class="button-row">
        <button type="button" class="danger" onClick={onYes}>
          {t('team.dismiss-sure', { name })}
        </button>
        <button type="button" ref={no} onClick={onNo}>
          {t('dialog.cancel')}
        </button>
      </span>
    </>
  );
}

interface RoleProps {
  readonly label: string;
  readonly id?: string;
  readonly role: StaffRole;
  readonly onRole: (role: StaffRole) => void;
}

const RoleSelect = ({ label, id, role, onRole }: RoleProps) => (
  <select
    {...(id === undefined ? { 'aria-label': label } : { id })}
    value={role}
    onChange={(event) => onRole(event.currentTarget.value as StaffRole)}
  >
    {STAFF_ROLES.map((one) => (
      <option key={one} value={one}>
        {t(`team.role.${one}`)}
      </option>
    ))}
  </select>
);

/** Makes an address for somebody; where sign-in works on this machine only, says so beside it. */
function Invite({ onChange }: Pick<PartProps, 'onChange'>) {
  const fresh = useFresh();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<StaffRole>('organiser');
  const [link, setLink] = useState<StaffLink | null>(null);
  const made = (one: StaffLink): void => {
    setLink(one);
    setName('');
    setEmail('');
    void onChange();
  };
  return (
    <section class="card form" aria-labelledby="team-invite">
      <h2 id="team-invite">{t('team.invite')}</h2>
      <p class="quiet">{t('team.invite-what')}</p>
      <RefusalNote code={fresh.refusal} />
      <form
        class="team-fields"
        onSubmit={(event) => {
          event.preventDefault();
          setLink(null);
          fresh.run(() => staffApi.invite({ name: name.trim(), email: email.trim(), role }), made);
        }}
      >
        <Field label={t('join.name')} autocomplete="off" maxLength={40} required value={name} onText={setName} />
        <Field label={t('join.email')} autocomplete="off" type="email" required value={email} onText={setEmail} />
        <div class="field">
          <label for="team-role">{t('team.role')}</label>
          <RoleSelect label={t('team.role')} id="team-role" role={role} onRole={setRole} />
        </div>
        <button type="submit">{t('team.invite-button')}</button>
      </form>
      <p class="quiet">{t('team.roles-what')}</p>
      {link ? (
        <>
          <CopyAddress label={t('team.invite-link')} address={link.url} />
          <p class="quiet">{t('team.invite-until', { at: dayOf(link.validUntil) })}</p>
        </>
      ) : null}
    </section>
  );
}
