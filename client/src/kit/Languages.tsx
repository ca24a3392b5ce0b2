import './kit.css';
import { LANGUAGE_TAGS, LANGUAGES } from '@lapwing/shared/kernel/language';
import { t } from './kit-words.ts';
import { keepLanguage, language, speak } from './words.ts';

/**
 * The languages, each by its own name: whoever cannot read this page finds theirs.
 * @param path where the choice counts; everywhere in this browser, unless said otherwise
 */
export function Languages({ path }: { path?: string }) {
  const spoken = language();
  return (
    <fieldset class="k-languages" aria-label={t('kit.language')}>
      {LANGUAGE_TAGS.map((each) => (
        <button
          key={each}
          type="button"
          lang={LANGUAGES[each].locale}
          translate={false}
          aria-pressed={each === spoken}
          onClick={() => void speak(each).then((spoke) => spoke && keepLanguage(each, path))}
        >
          {LANGUAGES[each].name}
        </button>
      ))}
    </fieldset>
  );
}
