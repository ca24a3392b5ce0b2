import { attendeeId } from '@lapwing/shared/kernel/ids';
import type { PublicMentor } from '@lapwing/shared/protocol/registration-api';
import {
  LIMITS,
  MOST_INDUSTRIES,
  MOST_ROLES,
  MOST_WISHES,
  type StudentAnswers,
} from '@lapwing/shared/registration/answers';
import type { FormKind, Problem } from '@lapwing/shared/registration/problems';
import { industryTags, roleTags } from '../careers/labels.ts';
import { isolated } from '../kit/words.ts';
import { Choice, Part, Pick, Several, TextField } from './fields.tsx';
import type { DataPromise } from './promise.ts';
import { Consents, OFFERS, RunConsent, SeatFields, WhoFields } from './SharedFields.tsx';
import { t } from './words.ts';

interface StudentFieldsProps {
  readonly answers: StudentAnswers;
  readonly change: (part: Partial<StudentAnswers>) => void;
  readonly problems: readonly Problem[];
  readonly kind: FormKind;
  readonly mentors: readonly PublicMentor[];
  readonly promise: DataPromise;
}

/** Everything a student is asked, on one page. */
export function StudentFields(props: StudentFieldsProps) {
  const { answers, change, problems, kind, mentors, promise } = props;
  return (
    <>
      {promise.under18 ? <p>{t('form.under18')}</p> : null}
      <Part title={t('student.you')}>
        <WhoFields {...props} />
        <TextField
          field="course"
          label={t('student.course')}
          value={answers.course}
          most={LIMITS.course}
          onText={(course) => change({ course })}
          problems={problems}
        />
        <TextField
          field="yearOfStudy"
          label={t('student.year')}
          hint={t('student.year.hint')}
          value={answers.yearOfStudy}
          most={LIMITS.yearOfStudy}
          onText={(yearOfStudy) => change({ yearOfStudy })}
          problems={problems}
        />
        <Choice
          field="adult"
          label={t('student.adult')}
          value={answers.adult}
          options={[
            { value: true, label: t('form.yes') },
            { value: false, label: t('form.no') },
          ]}
          onPick={(adult) => change({ adult })}
          problems={problems}
        />
      </Part>
      <Part title={t('student.interests')}>
        <Several
          field="industries"
          label={t('student.industries')}
          chosen={answers.industries}
          most={MOST_INDUSTRIES}
          tags={industryTags()}
          onPick={(industries) => change({ industries })}
          problems={problems}
        />
        <Several
          field="roles"
          label={t('student.roles')}
          chosen={answers.roles}
          most={MOST_ROLES}
          tags={roleTags()}
          onPick={(roles) => change({ roles })}
          problems={problems}
        />
        {mentors.length === 0 ? null : <Wishes {...props} />}
        <TextField
          field="question"
          label={t('student.question')}
          hint={t('student.question.hint')}
          value={answers.question}
          most={LIMITS.question}
          lines={3}
          onText={(question) => change({ question })}
          problems={problems}
        />
      </Part>
      <SeatFields answers={answers} change={change} problems={problems} promise={promise} kind={kind} />
      {kind === 'fresh' ? (
        <Part title={t('form.consents')}>
          <RunConsent {...props} guardian={promise.under18 && answers.adult !== true} />
          <Consents {...props} offers={OFFERS.student} />
        </Part>
      ) : null}
    </>
  );
}

/** Mentors a student would like to meet, the dearest first: weighed, not promised. */
function Wishes({ answers, change, mentors, problems }: StudentFieldsProps) {
  const options = mentors.map(({ id, name, company }) => ({
    value: id as string,
    label: [name, company]
      .filter((part) => part !== '')
      .map(isolated)
      .join(', '),
  }));
  const pick = (place: number, id: string): void => {
    const others = answers.wishes.filter((wish, index) => index !== place && wish !== id);
    change({ wishes: id === '' ? others : [...others.slice(0, place), attendeeId(id), ...others.slice(place)] });
  };
  return (
    <>
      {Array.from({ length: Math.min(MOST_WISHES, mentors.length) }, (_, place) => (
        <Pick
          key={place}
          field={place === 0 ? 'wishes' : `wishes${place}`}
          label={t('student.wish', { place: place + 1 })}
          {...(place === 0 ? { hint: t('student.wish.hint') } : {})}
          value={answers.wishes[place] ?? ''}
          options={options}
          onPick={(id) => pick(place, id)}
          problems={problems}
        />
      ))}
    </>
  );
}
