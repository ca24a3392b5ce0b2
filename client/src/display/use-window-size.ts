import { useEffect, useState } from 'preact/hooks';

/** Width and height of the window in CSS pixels, followed as it changes. */
export function useWindowSize(): readonly [number, number] {
  const [size, setSize] = useState<readonly [number, number]>([window.innerWidth, window.innerHeight]);
  useEffect(() => {
    const measure = (): void => setSize([window.innerWidth, window.innerHeight]);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return size;
}
