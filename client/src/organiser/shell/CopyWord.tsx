import { Icon } from '../../kit/Icon.tsx';
import type { Copied } from '../../kit/use-copy.ts';
import { t } from '../words.ts';

interface Props {
  readonly copied: Copied;
  readonly before: 'copy.button' | 'copy-text';
}

/** What stands on a button that copies; it says what came of the press. */
export const CopyWord = ({ copied, before }: Props) => (
  <>
    <Icon name="copy" />{' '}
    <span aria-live="polite">{t(copied === 'no' ? before : copied === 'yes' ? 'copy.done' : 'copy.selected')}</span>
  </>
);
