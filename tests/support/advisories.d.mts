export type Advisories =
  | { readonly state: 'unchecked'; readonly why: string }
  | { readonly state: 'checked'; readonly high: readonly string[] };
export function advisories(): Promise<Advisories>;
export function readAudit(text: string): Advisories;
