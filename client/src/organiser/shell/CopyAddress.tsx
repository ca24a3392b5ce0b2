import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';

/** An address to read, select or copy. On plain http a browser has no clipboard: then the field is selected instead. */
export function CopyAddress({ label, address }: { label: string; address: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (field: HTMLInputElement | null): Promise<void> => {
    field?.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div class="copy-address">
      <label>
        <span>{label}</span>
        <input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button
        type="button"
        aria-label={t('copy.button.label', { label })}
        onClick={(event) => void copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}
      >
        <Icon name="copy" /> <span aria-live="polite">{t(copied ? 'copy.done' : 'copy.button')}</span>
      </button>
    </div>
  );
}
