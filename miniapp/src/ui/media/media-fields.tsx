/** A voice in place of words, and photos beside them: what a form of words takes along. */
import { useTexts } from '../../use/use-texts';
import { PhotoField } from './photo-field';
import { VoiceField } from './voice-field';

export interface MediaFieldsProps {
  photos: readonly string[];
  voice: string;
  put: (part: { photos?: string[]; voice?: string }) => void;
  /** Says what each is for, where somebody may meet it for the first time. */
  hints?: boolean;
}

export function MediaFields({ photos, voice, put, hints }: MediaFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <VoiceField
        label={t('media.voice')}
        hint={hints ? t('media.voice.hint') : undefined}
        value={voice}
        onChange={(next) => put({ voice: next })}
      />
      <PhotoField
        label={t('media.photos')}
        hint={hints ? t('media.photos.hint') : undefined}
        value={photos}
        onChange={(next) => put({ photos: next })}
      />
    </>
  );
}
