/** How long a sign-in counts as fresh: what changes an account, or somebody else's, asks for one. */
export const FRESH_SECONDS = 600;
