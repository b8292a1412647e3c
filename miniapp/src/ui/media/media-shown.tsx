/** Photos and a voice where they are read: small, to be opened large; to be heard. */
import { useState } from 'react';
import type { MediaView } from '@sevengrid/shared/media/views';
import { fetchMedia, mediaAddress } from '../../api/media-files';
import { showPhotos } from '../../platform/show-photos';
import { soundAddress } from '../../platform/sound';
import { useTexts } from '../../use/use-texts';
import { Button } from '../button';
import { Box, Picture, Press, Span } from '../elements';
import { Gallery } from './gallery';
import { VoiceButton } from './voice-button';

export interface MediaShownProps {
  media: readonly MediaView[];
  /** Fetches what they stand on anew, with fresh links: those it has last some minutes. */
  again?: () => unknown;
}

export function MediaShown({ media, again }: MediaShownProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState<number>();
  const [old, setOld] = useState(false);
  const photos = media.filter(({ kind }) => kind === 'photo');
  const voices = media.filter(({ kind }) => kind === 'voice');
  const addresses = photos.map(({ url }) => mediaAddress(url));
  const look = (at: number): void => void (showPhotos(addresses, at) || setOpen(at));
  const fail = (): void => {
    setOpen(undefined);
    setOld(true);
  };
  const reload = (): void => {
    setOld(false);
    void again?.();
  };
  if (media.length === 0) return null;
  return (
    <Box className="media-shown">
      {voices.map(({ id, url, seconds }) => (
        <VoiceButton key={id} seconds={seconds ?? 1} load={() => fetchMedia(url).then(soundAddress)} onFail={fail} />
      ))}
      {photos.length > 0 && (
        <Box className="photos" role="group" label={t('media.photos')}>
          {photos.map(({ id, thumbUrl, url }, at) => (
            <Press key={id} className="photo" label={t('media.photo.open', { n: at + 1 })} onPress={() => look(at)}>
              <Picture className="picture" src={mediaAddress(thumbUrl ?? url)} label="" onFail={() => setOld(true)} />
            </Press>
          ))}
        </Box>
      )}
      {old && (
        <Box className="media-old" live="polite">
          <Span className="muted grow">{t('media.old')}</Span>
          <Button kind="ghost" icon="refresh" onPress={reload}>
            {t('media.reload')}
          </Button>
        </Box>
      )}
      {open !== undefined && (
        <Gallery addresses={addresses} first={open} onClose={() => setOpen(undefined)} onFail={fail} />
      )}
    </Box>
  );
}
