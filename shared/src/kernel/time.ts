/** Branded times: an instant cannot be passed where a duration is wanted, nor minutes as milliseconds. */
declare const brand: unique symbol;

/**
 * A moment in server time, in milliseconds since 1970-01-01 UTC. The server reads its wall clock once at boot and
 * counts on with the monotonic clock, so instants of one boot (one epoch) never jump.
 */
export type Instant = number & { readonly [brand]: 'Instant' };
/** A length of time in milliseconds; may be negative. */
export type Duration = number & { readonly [brand]: 'Duration' };

export const instant = (millisecondsSince1970: number): Instant => millisecondsSince1970 as Instant;
export const milliseconds = (value: number): Duration => value as Duration;
export const seconds = (value: number): Duration => (value * 1_000) as Duration;
export const minutes = (value: number): Duration => (value * 60_000) as Duration;
/** Days of 24 hours. */
export const days = (value: number): Duration => (value * 86_400_000) as Duration;

/** The instant `duration` after `start`. */
export const after = (start: Instant, duration: Duration): Instant => (start + duration) as Instant;
/** The time from `start` to `end`; negative when `end` lies before `start`. */
export const between = (start: Instant, end: Instant): Duration => (end - start) as Duration;
export const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
