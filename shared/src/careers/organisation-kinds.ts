/** What kind of place it is to work at. */
export const ORGANISATION_KINDS = ['startup', 'scale-up', 'big-company', 'public-body', 'self-employed'] as const;
