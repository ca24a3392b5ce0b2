import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { useTitle } from '../../kit/use-title.ts';
import { joinAsHelper } from '../session.ts';
import { Door } from '../shell/Door.tsx';
import { Field } from '../shell/Field.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { SignIn } from '../shell/SignIn.tsx';
import { t } from '../words.ts';

/** The check-in's address while nobody is signed in: whoever helps tonight joins by the code. */
export function HelperJoin({ refusal }: { refusal: RefusalCode | 'no-answer' | null }) {
  const wasSentAway = refusal === 'not-signed-in';
  const [signsIn, setSignsIn] = useState(refusal !== null && !wasSentAway);
  const [code, setCode] = useState('');
  const [firstName, setFirstName] = useState('');
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState<typeof refusal>(null);
  useTitle(t('helper.title'));
  if (signsIn) return <SignIn refusal={refusal} />;
  const join = async (submit: Event): Promise<void> => {
    submit.preventDefault();
    const isWhole = code.trim() !== '' && firstName.trim() !== '';
    setMissing(!isWhole);
    if (isWhole) setWrong(await joinAsHelper(code.trim(), firstName.trim()));
  };
  const needed = (value: string): string | null => (missing && value.trim() === '' ? t('helper.missing') : null);
  return (
    <Door title={t('helper.heading')}>
      {wasSentAway && wrong === null ? <Note tone="plain">{t('helper.lost')}</Note> : null}
      <p>{t('helper.how')}</p>
      <RefusalNote code={wrong} />
      <form onSubmit={(submit) => void join(submit)} noValidate>
        <Field
          label={t('helper.code')}
          value={code}
          error={needed(code)}
          maxLength={12}
          autocomplete="off"
          spellcheck={false}
          onText={(text) => setCode(text.toUpperCase())}
        />
        <Field
          label={t('helper.first-name')}
          hint={t('helper.first-name.hint')}
          value={firstName}
          error={needed(firstName)}
          maxLength={40}
          autocomplete="given-name"
          onText={setFirstName}
        />
        <button type="submit" class="primary">
          {t('helper.join')}
        </button>
      </form>
      <p>
        <button type="button" onClick={() => setSignsIn(true)}>
          {t('helper.sign-in')}
        </button>
      </p>
    </Door>
  );
}
