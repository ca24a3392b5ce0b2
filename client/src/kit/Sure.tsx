import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  readonly question: string;
  /** What follows from a yes, where the question does not say it all. */
  readonly children?: ComponentChildren;
  readonly no: string;
  readonly yes: string;
  readonly sending: boolean;
  readonly onNo: () => void;
  readonly onYes: () => Promise<void>;
  /** How the surface dresses the row and its two buttons. */
  readonly look: { readonly row: string; readonly no: string; readonly yes: string };
}

/** Asks once more before what cannot be taken back; the focus is on the way out. */
export function Sure({ question, children, no, yes, sending, onNo, onYes, look }: Props) {
  const wayOut = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => wayOut.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two buttons, not fields
    <div role="group" aria-labelledby={id}>
      <p id={id}>
        <b>{question}</b>
      </p>
      {children}
      <div class={look.row}>
        <button type="button" class={look.no} ref={wayOut} onClick={onNo}>
          {no}
        </button>
        <button type="button" class={look.yes} aria-disabled={sending} onClick={() => void onYes()}>
          {yes}
        </button>
      </div>
    </div>
  );
}
