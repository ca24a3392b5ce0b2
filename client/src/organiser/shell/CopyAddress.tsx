import { useCopy } from '../../kit/use-copy.ts';
import { t } from '../words.ts';
import { CopyWord } from './CopyWord.tsx';

/** An address to read, select or copy. */
export function CopyAddress({ label, address }: { label: string; address: string }) {
  const { field, copied, copy } = useCopy<HTMLInputElement>();
  return (
    <div class="copy-address">
      <label>
        <span>{label}</span>
        <input ref={field} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" aria-label={t('copy.button.label', { label })} onClick={() => void copy(address)}>
        <CopyWord copied={copied} before="copy.button" />
      </button>
    </div>
  );
}
