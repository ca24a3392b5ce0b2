import { AT_INVENTED, isInventedAddress } from '../event/invented-address.ts';
import type { Keeper } from './keeper.ts';

/** Whose community it is as long as the demo says so, and nobody else. */
export const INVENTED_KEEPER: Keeper = {
  community: 'Demo community',
  name: 'Demo team (invented)',
  contact: `keeper${AT_INVENTED}`,
};

/** Whether somebody was made up for the demo. */
export const isInventedMember = ({ email }: { readonly email: string }): boolean => isInventedAddress(email);

/** Whether what the demo said of the keeper still stands as it was. */
export const isInventedKeeper = ({ community, name, contact }: Keeper): boolean =>
  community === INVENTED_KEEPER.community && name === INVENTED_KEEPER.name && contact === INVENTED_KEEPER.contact;

/** Whether one of two was made up and the other was not: they never come together (C24). */
export const areWorldsApart = (one: { readonly email: string }, other: { readonly email: string }): boolean =>
  isInventedMember(one) !== isInventedMember(other);
