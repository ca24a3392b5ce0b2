import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
}

/** A native modal dialog: open while it is mounted; Escape and the cross close it, and the focus returns. */
export function Dialog({ title, onClose, children, wide = false }: Props) {
  // one may open over another
  const heading = useId();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const dialog = element.current;
    dialog?.showModal();
    // of a choice, what is chosen: the ring of the focus beside another would look like that one
    dialog?.querySelector<HTMLElement>('form input:not([readonly], [type="radio"]:not(:checked))')?.focus();
    return () => {
      dialog?.close();
      // the element is about to go, and its own return of the focus with it
      if (opener instanceof HTMLElement) queueMicrotask(() => opener.focus());
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" class="icon-button" aria-label={t('dialog.close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
