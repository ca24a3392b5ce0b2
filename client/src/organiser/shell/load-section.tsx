import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../words.ts';

/** A section whose code comes when it is first opened. */
export function loadSection<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let ready: ComponentType<Props> | null = null;
  return function LazySection(props: Props) {
    const [Section, setSection] = useState<{ view: ComponentType<Props> } | null>(ready && { view: ready });
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (ready) return;
      load().then(
        (view) => {
          ready = view;
          setSection({ view });
        },
        () => setFailed(true),
      );
    }, []);
    if (failed) return <p class="note bad">{t('load.failed')}</p>;
    if (!Section) return <p class="note quiet">{t('load.waiting')}</p>;
    return <Section.view {...props} />;
  };
}
