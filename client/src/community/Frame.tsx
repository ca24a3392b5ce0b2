import '../forms/form.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Languages } from '../kit/Languages.tsx';
import { Mark } from '../kit/Mark.tsx';
import { CommunityName, KeptBy } from './KeptBy.tsx';

interface FrameProps {
  /** For pictures and tests: which page it is, and how it stands. */
  readonly state: string;
  readonly children: ComponentChildren;
}

/** What every page of the community has around it. */
export const Frame = ({ state, children }: FrameProps) => (
  <div class="community" data-state={state}>
    <header class="top">
      <Mark />
      <CommunityName />
    </header>
    <main>
      <div class="f-form">{children}</div>
    </main>
    <KeptBy />
    <Languages />
  </div>
);

/** The heading of a page, in focus when the page took the place of another. */
export function Heading({ children, focused = false }: { children: ComponentChildren; focused?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** A page that has nothing but a few words to say. */
export const Words = ({ state, title, words }: { state: string; title: string; words: string }) => (
  <Frame state={state}>
    <Heading focused>{title}</Heading>
    <p>{words}</p>
  </Frame>
);
