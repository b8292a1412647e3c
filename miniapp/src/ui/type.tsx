/** Text by its role; sizes follow the person's choice, so no page names a size. */
import type { ReactNode } from 'react';
import { saidIn, type TextKey, type TextParams } from '../platform/translate';
import { useTexts } from '../use/use-texts';
import { Box, Span } from './elements';

interface TextProps {
  children?: ReactNode;
  className?: string;
}

export const Heading = ({ level = 2, children, className = '' }: TextProps & { level?: 1 | 2 | 3 }) => (
  <Box role="heading" level={level} className={`heading-${level} ${className}`}>
    {children}
  </Box>
);

const block = (name: string) =>
  function Block({ children, className = '' }: TextProps) {
    return <Box className={`${name} ${className}`}>{children}</Box>;
  };

/** Ordinary text. */
export const Words = block('words');
/** Beside the point: second lines. */
export const Muted = block('muted');
/** The smallest: times, numbers. */
export const Caption = block('caption');
/** One large figure. */
export const Numbers = block('numbers');

/** A phone number: never broken over two lines. */
export const Digits = ({ children }: TextProps) => <Span className="digits">{children}</Span>;

export const Strong = ({ children, className = '' }: TextProps) => (
  <Span className={`strong ${className}`}>{children}</Span>
);

/** Words of the app, marked with the language they are really in. */
export function T({ k, params }: { k: TextKey; params?: TextParams }) {
  const { language } = useTexts();
  const { words, lang } = saidIn(language, k, params);
  if (lang === language) return <>{words}</>;
  return (
    <Span lang={lang} className={`is-${lang}`}>
      {words}
    </Span>
  );
}

/** The same words in the reader's language and, smaller, in the other: for what must reach everybody. */
export function Bilingual({ k, params }: { k: TextKey; params?: TextParams }) {
  const { language } = useTexts();
  const other = language === 'zh' ? 'bo' : 'zh';
  return (
    <Box className="bilingual">
      <Heading>
        <T k={k} params={params} />
      </Heading>
      <Box lang={other} className={`muted is-${other}`}>
        {saidIn(other, k, params).words}
      </Box>
    </Box>
  );
}
