import { useEffect, useState } from 'preact/hooks';
import { type Awake, keepAwake } from '../../kit/awake.ts';

/** Keeps the screen on while the component is there, and tells whether that worked. */
export function useAwake(): Awake {
  const [awake, setAwake] = useState<Awake>('asking');
  useEffect(() => keepAwake(setAwake), []);
  return awake;
}
