/** What a phone loads after its first picture, in one piece. */
export { After } from './After.tsx';
export { AfterBell } from './AfterBell.tsx';
export { PickRow } from './PickRow.tsx';
export { PicksHere } from './PicksHere.tsx';
