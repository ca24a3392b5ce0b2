import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';

/** What lies over the live page; one at a time. */
export type OpenDialog =
  | {
      readonly kind:
        | 'keys'
        | 'message'
        | 'walkIn'
        | 'displays'
        | 'pairing'
        | 'addTable'
        | 'missing'
        | 'helpers'
        | 'selfCheck';
    }
  | { readonly kind: 'table'; readonly table: TableId }
  | { readonly kind: 'person'; readonly person: AttendeeId };
export type Open = (dialog: OpenDialog) => void;
