/** Saying it instead of writing it: one large button, the seconds in sight, heard again, thrown away, said anew. */
import { useEffect, useRef, useState } from 'react';
import { MOST_SECONDS } from '@sevengrid/shared/media/terms';
import { localAddress } from '../../platform/local-files';
import { allowInSettings, canRecord, record, type Recording } from '../../platform/recorder';
import { attach, fileOf, type Attachment } from '../../state/attachments';
import { takeBack, upload } from '../../state/uploads';
import { useAttachments } from '../../use/use-attachments';
import { useTexts } from '../../use/use-texts';
import { Button } from '../button';
import { Box, Press, Span } from '../elements';
import { Frame } from '../field';
import { Icon } from '../icon';
import { Progress } from '../lists';
import { UploadMark } from './upload-mark';
import { VoiceButton } from './voice-button';

export interface VoiceFieldProps {
  label: string;
  hint?: string;
  /** Key of the attachment; blank while nothing was said. */
  value: string;
  onChange: (key: string) => void;
  error?: string;
}

type Trouble = 'denied' | 'full' | undefined;

/** The recording under way, and how long it is by now. */
function useRecording(onChange: (key: string) => void) {
  const [seconds, setSeconds] = useState<number>();
  const [trouble, setTrouble] = useState<Trouble>();
  const running = useRef<Recording | null>(null);
  useEffect(() => () => running.current?.cancel(), []);
  const start = async (): Promise<void> => {
    if (running.current) return;
    setTrouble(undefined);
    try {
      running.current = await record();
    } catch {
      return setTrouble('denied');
    }
    setSeconds(0);
    const since = Date.now();
    const timer = setInterval(() => setSeconds(Math.min(MOST_SECONDS, Math.floor((Date.now() - since) / 1000))), 250);
    const recorded = await running.current.ended;
    clearInterval(timer);
    running.current = null;
    setSeconds(undefined);
    if (!recorded) return;
    const made = await attach('voice', recorded, recorded.seconds).catch(() => undefined);
    if (!made) return setTrouble('full');
    onChange(made.key);
    void upload(made.key).catch(() => undefined);
  };
  const allow = async (): Promise<void> => {
    if (await allowInSettings?.()) setTrouble(undefined);
  };
  return {
    seconds,
    trouble,
    start,
    allow,
    stop: () => running.current?.stop(),
    cancel: () => running.current?.cancel(),
  };
}

export function VoiceField({ label, hint, value, onChange, error }: VoiceFieldProps) {
  const { t } = useTexts();
  const recording = useRecording(onChange);
  const [said] = useAttachments(value === '' ? [] : [value]);
  const { seconds, trouble } = recording;
  if (!canRecord() && !said) return null;
  const wrong =
    (trouble && t(`media.voice.${trouble}`)) ??
    (said?.state === 'refused' ? (said.detail ?? t('media.state.refused')) : undefined);
  return (
    <Frame label={label} hint={hint} error={error ?? wrong} optional>
      {seconds !== undefined ? (
        <Speaking seconds={seconds} onStop={recording.stop} onCancel={recording.cancel} />
      ) : said ? (
        <Said
          of={said}
          onRemove={() => {
            onChange('');
            takeBack(said.key);
          }}
        />
      ) : (
        <Press className="voice-start" onPress={() => void recording.start()}>
          <Span silent className="voice-mic">
            <Icon name="mic" size={30} />
          </Span>
          <Span>{t('media.voice.start')}</Span>
        </Press>
      )}
      {trouble === 'denied' && allowInSettings && (
        <Button kind="secondary" onPress={() => void recording.allow()}>
          {t('media.voice.allow')}
        </Button>
      )}
    </Frame>
  );
}

function Speaking({ seconds, onStop, onCancel }: { seconds: number; onStop: () => void; onCancel: () => void }) {
  const { t } = useTexts();
  const told = t('media.voice.of', { n: seconds, most: MOST_SECONDS });
  return (
    <Box className="voice-speaking">
      <Box className="voice-told">
        <Span silent className="voice-dot" />
        <Span className="grow">{t('media.voice.recording')}</Span>
        <Span className="tabular">{told}</Span>
      </Box>
      <Progress part={seconds / MOST_SECONDS} label={told} />
      <Button icon="check" onPress={onStop}>
        {t('media.voice.stop')}
      </Button>
      <Button kind="ghost" onPress={onCancel}>
        {t('media.voice.cancel')}
      </Button>
    </Box>
  );
}

function Said({ of, onRemove }: { of: Attachment; onRemove: () => void }) {
  const { t } = useTexts();
  return (
    <Box className="voice-said">
      <VoiceButton seconds={of.seconds ?? 1} load={() => localAddress(fileOf(of))} />
      <UploadMark of={of} />
      <Button kind="ghost" icon="refresh" onPress={onRemove}>
        {t('media.voice.again')}
      </Button>
    </Box>
  );
}
