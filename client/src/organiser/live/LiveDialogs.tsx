import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { Door } from '../check-in/door.ts';
import { HelpersDialog } from '../check-in/HelpersDialog.tsx';
import { MissingDialog } from '../check-in/MissingDialog.tsx';
import { WalkInDialog } from '../check-in/WalkInDialog.tsx';
import type { EventStore } from '../event-store.ts';
import { AddTableDialog } from './dialogs/AddTableDialog.tsx';
import { DisplaysDialog } from './dialogs/DisplaysDialog.tsx';
import { MessageDialog } from './dialogs/MessageDialog.tsx';
import { PairingDialog } from './dialogs/PairingDialog.tsx';
import { PersonDialog } from './dialogs/PersonDialog.tsx';
import { SelfCheckDialog } from './dialogs/SelfCheckDialog.tsx';
import { TableDialog } from './dialogs/TableDialog.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import type { LiveControl } from './live-control.ts';
import type { Open, OpenDialog } from './open-dialog.ts';
import './dialogs/dialogs.css';

export interface DeskProps {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly door: Door;
  readonly event: EventDetail;
  readonly open: Open;
  readonly onClose: () => void;
}
export type DialogsProps = DeskProps & { readonly dialog: OpenDialog };

/** Whatever lies over the live page; its code comes with the first one. */
export function LiveDialogs({ dialog, ...props }: DialogsProps) {
  switch (dialog.kind) {
    case 'keys':
      return <KeysSheet onClose={props.onClose} />;
    case 'message':
      return <MessageDialog {...props} />;
    case 'walkIn':
      return <WalkInDialog {...props} />;
    case 'displays':
      return <DisplaysDialog {...props} />;
    case 'missing':
      return <MissingDialog {...props} />;
    case 'helpers':
      return <HelpersDialog {...props} />;
    case 'selfCheck':
      return <SelfCheckDialog {...props} />;
    case 'pairing':
      return <PairingDialog {...props} />;
    case 'addTable':
      return <AddTableDialog {...props} />;
    case 'table':
      return <TableDialog key={dialog.table} {...props} table={dialog.table} />;
    case 'person':
      return <PersonDialog key={dialog.person} {...props} person={dialog.person} />;
  }
}
