/** The time zone of the machine: what is said by the clock is said at its hours (C8, C13). */
export const SERVER_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
