import type { Said } from './said.ts';
import { t } from './words.ts';

/** Answers read back: question above, answer below. */
export const SaidList = ({ said }: { said: readonly Said[] }) => (
  <dl class="f-said">
    {said.map(({ label, answer }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd data-empty={answer === ''}>{answer === '' ? t('form.unsaid') : answer}</dd>
      </div>
    ))}
  </dl>
);
