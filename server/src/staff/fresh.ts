/** How long a sign-in counts as fresh, for the routes that the access table marks so. */
export const FRESH_SECONDS = 600;
