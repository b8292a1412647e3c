/** How one reads: the language switch of every first screen, and the text sizes. */
import { resize, speak, TEXT_SIZES } from '../state/preferences';
import { useTexts, useTextSize } from '../use/use-texts';
import { ChoiceList } from './choices';
import { Press, Span } from './elements';

export function LanguageSwitch() {
  const { t, language } = useTexts();
  const other = language === 'zh' ? 'bo' : 'zh';
  return (
    <Press className="language-switch" lang={other} label={t('app.language.other')} onPress={() => speak(other)}>
      <Span className={`language-pill is-${other}`}>{t('app.language.other')}</Span>
    </Press>
  );
}

export function TextSizeChoice() {
  const { t } = useTexts();
  const size = useTextSize();
  const options = TEXT_SIZES.map((value) => ({ value, label: t(`app.size.${value}`) }));
  return <ChoiceList label={t('app.size.title')} options={options} value={size} onChange={resize} columns={3} />;
}
