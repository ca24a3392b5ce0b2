import { useCopy } from '../../kit/use-copy.ts';
import { CopyWord } from '../shell/CopyWord.tsx';
import { Note } from '../shell/Note.tsx';
import { t } from '../words.ts';

/** The codes for a lost telephone, shown this once: to be written down, copied or printed. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { field, copied, copy } = useCopy<HTMLTextAreaElement>();
  const text = codes.join('\n');
  return (
    <section class="recovery" aria-labelledby="recovery-codes">
      <h4 id="recovery-codes">{t('account.recovery-codes')}</h4>
      <Note tone="warn">{t('account.recovery')}</Note>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code translate={false}>{code}</code>
          </li>
        ))}
      </ol>
      {copied === 'selected' ? (
        <textarea ref={field} readOnly rows={codes.length} aria-label={t('account.recovery-codes')} value={text} />
      ) : null}
      <div class="button-row">
        <button type="button" onClick={() => void copy(text)}>
          <CopyWord copied={copied} before="copy-text" />
        </button>
        <button type="button" onClick={() => print()}>
          {t('account.recovery-print')}
        </button>
      </div>
    </section>
  );
}
