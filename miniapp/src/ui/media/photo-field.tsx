/** Photos to go with words: taken or chosen, seen small, thrown away again; each goes to the server at once. */
import { useEffect, useRef, useState } from 'react';
import { MOST_PHOTOS } from '@sevengrid/shared/media/terms';
import type { MediaView } from '@sevengrid/shared/media/views';
import { mediaAddress } from '../../api/media-files';
import { takePhotos } from '../../platform/take-photos';
import { attach, type Attachment } from '../../state/attachments';
import { takeBack, upload } from '../../state/uploads';
import { useAttachments, useLocalAddress } from '../../use/use-attachments';
import { useTexts } from '../../use/use-texts';
import { Box, Picture, Press, Span } from '../elements';
import { Frame } from '../field';
import { Icon } from '../icon';
import { UploadMark, uploadText } from './upload-mark';

export interface PhotoFieldProps {
  label: string;
  hint?: string;
  /** Keys of attachments, and ids of what is on the server already. */
  value: readonly string[];
  onChange: (next: string[]) => void;
  /** On the server already: what of it is to go along is chosen. */
  offered?: readonly MediaView[];
  error?: string;
}

/** Takes more, as many as there is room for; `full` once the phone could not keep one. */
function useTaking(value: readonly string[], onChange: (next: string[]) => void) {
  const [full, setFull] = useState(false);
  // Whoever chooses takes their time, and may have thrown one away meanwhile.
  const latest = useRef(value);
  latest.current = value;
  const take = async (): Promise<void> => {
    setFull(false);
    const keys: string[] = [];
    for (const photo of await takePhotos(MOST_PHOTOS - value.length)) {
      const made = await attach('photo', photo).catch(() => undefined);
      if (!made) {
        setFull(true);
        break;
      }
      keys.push(made.key);
      void upload(made.key).catch(() => undefined);
    }
    if (keys.length > 0) onChange([...latest.current, ...keys]);
  };
  return { full, take };
}

export function PhotoField(props: PhotoFieldProps) {
  const { label, hint, value, onChange, offered = [], error } = props;
  const { t } = useTexts();
  const { full, take } = useTaking(value, onChange);
  const taken = useAttachments(value);
  const refused = taken.find(({ state }) => state === 'refused');
  useForgotten(props, taken);
  const trouble = full ? t('media.full') : refused && (refused.detail ?? t('media.state.refused'));
  const without = (id: string): string[] => value.filter((one) => one !== id);
  const remove = (key: string): void => {
    onChange(without(key));
    takeBack(key);
  };
  const flip = (id: string): void => onChange(value.includes(id) ? without(id) : [...value, id]);
  return (
    <Frame label={label} hint={hint} error={error ?? trouble} optional>
      <Box className="photos" role="group" label={label}>
        {offered.map((photo, at) => (
          <Offered
            key={photo.id}
            photo={photo}
            n={at + 1}
            chosen={value.includes(photo.id)}
            onFlip={() => flip(photo.id)}
          />
        ))}
        {taken.map((one, at) => (
          <TakenPhoto key={one.key} of={one} n={offered.length + at + 1} onRemove={() => remove(one.key)} />
        ))}
        {value.length < MOST_PHOTOS && (
          <Press
            className={`photo-add ${offered.length + taken.length === 0 ? 'is-alone' : ''}`}
            label={t('media.photos.add.label')}
            onPress={() => void take()}
          >
            <Icon name="camera" size={28} />
            <Span>{t('media.photos.add')}</Span>
          </Press>
        )}
      </Box>
    </Frame>
  );
}

/** A draft may be older than what it speaks of: after a week nothing taken is on the phone any more. */
function useForgotten(field: PhotoFieldProps, taken: readonly Attachment[]): void {
  const opened = useRef({ field, taken });
  useEffect(() => {
    const { value, offered = [], onChange } = opened.current.field;
    const known = new Set([...opened.current.taken.map(({ key }) => key), ...offered.map(({ id }) => id)]);
    const left = value.filter((one) => known.has(one));
    if (left.length < value.length) onChange(left);
  }, []);
}

function TakenPhoto({ of, n, onRemove }: { of: Attachment; n: number; onRemove: () => void }) {
  const { t } = useTexts();
  const address = useLocalAddress(of);
  return (
    <Box className="photo-taken">
      <Box className="photo">
        {address && (
          <Picture className="picture" src={address} label={`${t('media.photo.n', { n })}, ${uploadText(t, of)}`} />
        )}
        <Press className="photo-remove" label={t('media.photo.remove', { n })} onPress={onRemove}>
          <Icon name="close" />
        </Press>
      </Box>
      <UploadMark of={of} />
    </Box>
  );
}

function Offered({ photo, n, chosen, onFlip }: { photo: MediaView; n: number; chosen: boolean; onFlip: () => void }) {
  const { t } = useTexts();
  return (
    <Press
      className={`photo photo-offered ${chosen ? 'is-chosen' : ''}`}
      role="checkbox"
      checked={chosen}
      label={t('media.photo.n', { n })}
      onPress={onFlip}
    >
      <Picture className="picture" src={mediaAddress(photo.thumbUrl ?? photo.url)} label="" />
      {chosen && (
        <Span silent className="photo-mark">
          <Icon name="check" />
        </Span>
      )}
    </Press>
  );
}
