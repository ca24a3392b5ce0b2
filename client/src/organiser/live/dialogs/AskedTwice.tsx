import { useState } from 'preact/hooks';
import { Sure } from '../../../kit/Sure.tsx';
import { t } from '../../words.ts';

export interface AskedTwiceProps {
  readonly label: string;
  /** What the button says to who cannot see where it stands. */
  readonly name?: string;
  readonly question: string;
  readonly what: string;
  readonly yes: string;
  readonly onYes: () => void;
}

const SURE_LOOK = { row: 'dialog-actions', no: '', yes: 'danger' } as const;

/** A press that turns screens of the hall dark is asked for twice. */
export function AskedTwice({ label, name = label, question, what, yes, onYes }: AskedTwiceProps) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" onClick={() => setAsking(true)} aria-label={name}>
        {label}
      </button>
    );
  const press = async (): Promise<void> => {
    setAsking(false);
    onYes();
  };
  return (
    <Sure
      {...{ question, yes, no: t('dialog.cancel'), sending: false, look: SURE_LOOK }}
      onNo={() => setAsking(false)}
      onYes={press}
    >
      <p>{what}</p>
    </Sure>
  );
}
