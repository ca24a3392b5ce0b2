import type { ComponentChildren } from 'preact';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';

interface Props {
  /** What was done. */
  readonly children: ComponentChildren;
  /** What stands on the button where a plain "Undo" would not say enough. */
  readonly label?: string;
  readonly onUndo: () => void;
  /** For a strip that stays until somebody closes it. */
  readonly onClose?: () => void;
}

/** Instead of a question before: what was done, and the way back. */
export const UndoStrip = ({ children, label = t('undo.plain'), onUndo, onClose }: Props) => (
  <div class="undo-strip" role="status">
    <span>{children}</span>
    <button type="button" onClick={onUndo}>
      <Icon name="undo" /> {label}
    </button>
    {onClose === undefined ? null : (
      <button type="button" class="icon-button" aria-label={t('undo-strip.close')} onClick={onClose}>
        <Icon name="cross" />
      </button>
    )}
  </div>
);
