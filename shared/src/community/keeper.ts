import { isMailAddress } from '../event/mail-address.ts';
import type { Problem } from '../registration/problems.ts';
import { tidyLine } from '../registration/tidy.ts';

/** Whose community it is (C20). Each is '' where nobody said. */
export interface Keeper {
  /** What the community is called. */
  readonly community: string;
  /** The person or team who keeps it. */
  readonly name: string;
  /** The address that reaches them. */
  readonly contact: string;
}

export const NO_KEEPER: Keeper = { community: '', name: '', contact: '' };

/** Characters of either name. */
export const KEEPER_LENGTH = 80;

/** Whether anybody said whose it is. */
export const isKept = ({ name }: Keeper): boolean => name !== '';

/** As it is written down: one line each, so that none of them ends a header of a mail. */
export const tidyKeeper = ({ community, name, contact }: Keeper): Keeper => ({
  ...{ community: tidyLine(community), name: tidyLine(name), contact: tidyLine(contact) },
});

/** What is wrong with it, in the order of the form: either nothing is said, or who keeps it and how they are reached. */
export function keeperProblems(wanted: Keeper): Problem[] {
  const { community, name, contact } = tidyKeeper(wanted);
  if (community + name + contact === '') return [];
  return [
    ...tooLong('community', community),
    ...(name === '' ? [needed('name')] : tooLong('name', name)),
    ...(contact === ''
      ? [needed('contact')]
      : isMailAddress(contact)
        ? []
        : [{ field: 'contact', code: 'notAnAddress' } as const]),
  ];
}

const needed = (field: keyof Keeper): Problem => ({ field, code: 'needed' });
const tooLong = (field: keyof Keeper, text: string): Problem[] =>
  text.length > KEEPER_LENGTH ? [{ field, code: 'tooLong', most: KEEPER_LENGTH }] : [];
