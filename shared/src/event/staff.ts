/** Accounts of those who run evenings. An owner also says who has one. */
export const STAFF_ROLES = ['owner', 'organiser'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
