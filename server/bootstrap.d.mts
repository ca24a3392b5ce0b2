/** Types for the tests; the bootstrap itself must run before anything is installed. */
export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly link?: boolean;
}
export function nodeSuits(version: string): boolean;
export function agrees(
  locked: Readonly<Record<string, LockedPackage>>,
  installed: Readonly<Record<string, LockedPackage>>,
): boolean;
export function build(): Promise<string | null>;
