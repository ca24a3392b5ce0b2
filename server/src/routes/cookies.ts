/** Attributes of our cookies. On plain http (a laptop in the hall) a Secure cookie would never come back. */
export const cookieOptions = (path: string, https: boolean) => ({
  path,
  httpOnly: true,
  secure: https,
  sameSite: 'lax' as const,
  maxAge: 30 * 86_400,
});

/** A whole venue shares one address, so the limit on strangers is generous: it stops guessing, not a room. */
export const STRANGER_LIMIT = { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } } as const;
