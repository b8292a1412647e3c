/** Photos large, one after the other, where the phone has no viewer of its own. */
import { useEffect, useId, useState } from 'react';
import { holdFocus } from '../../platform/announce';
import { openDialog } from '../../platform/dialogs';
import { useKeys } from '../../use/use-keys';
import { useShown } from '../../use/use-shown';
import { useTexts } from '../../use/use-texts';
import { IconButton } from '../button';
import { Box, Picture, Span } from '../elements';

export interface GalleryProps {
  addresses: readonly string[];
  /** The one to begin with. */
  first: number;
  onClose: () => void;
  /** One could not be loaded: its link may be over. */
  onFail: () => void;
}

export function Gallery({ addresses, first, onClose, onFail }: GalleryProps) {
  const { t } = useTexts();
  const id = `gallery${useId().replace(/:/g, '')}`;
  const [at, setAt] = useState(first);
  const all = addresses.length;
  const step = (by: number): void => setAt((now) => (now + by + all) % all);
  useKeys({ Escape: onClose, ArrowRight: () => step(1), ArrowLeft: () => step(-1) }, useShown());
  useEffect(openDialog, []);
  useEffect(() => holdFocus(id), [id]);
  const place = t('media.gallery.of', { n: at + 1, all });
  return (
    <Box id={id} className="gallery" role="dialog" modal label={t('media.gallery')}>
      <Box className="gallery-head">
        <Span className="grow tabular">{place}</Span>
        <IconButton icon="close" label={t('app.verb.close')} onPress={onClose} />
      </Box>
      <Picture
        key={at}
        className="picture-whole"
        src={addresses[at] ?? ''}
        label={t('media.photo.n', { n: at + 1 })}
        onFail={onFail}
      />
      {all > 1 && (
        <Box className="gallery-foot">
          <IconButton icon="left" label={t('media.gallery.before')} onPress={() => step(-1)} />
          <IconButton icon="right" label={t('media.gallery.next')} onPress={() => step(1)} />
        </Box>
      )}
    </Box>
  );
}
