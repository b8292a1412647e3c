/** Plays one voice and stops it again, from wherever it lies. */
import { useEffect, useRef, useState } from 'react';
import { play, type Playing } from '../../platform/sound';
import { useTexts } from '../../use/use-texts';
import { Box, Press, Span } from '../elements';
import { Icon } from '../icon';

type Stage = 'silent' | 'loading' | 'playing' | 'failed';

export interface VoiceButtonProps {
  seconds: number;
  /** An address of this phone. @throws when it cannot be had */
  load: () => Promise<string>;
  /** It could not be had: its link may be over. */
  onFail?: () => void;
}

/** One voice at a time: whoever begins ends the other. */
let stopOther: () => void = () => undefined;

export function VoiceButton({ seconds, load, onFail }: VoiceButtonProps) {
  const { t } = useTexts();
  const [stage, setStage] = useState<Stage>('silent');
  const playing = useRef<Playing | null>(null);
  const stop = (): void => {
    playing.current?.stop();
    playing.current = null;
    setStage('silent');
  };
  useEffect(() => () => playing.current?.stop(), []);
  const start = async (): Promise<void> => {
    stopOther();
    stopOther = stop;
    setStage('loading');
    try {
      const address = await load();
      playing.current = play(address, { onEnd: () => setStage('silent'), onFail: () => setStage('failed') });
      setStage('playing');
    } catch {
      setStage('silent');
      onFail?.();
    }
  };
  const busy = stage === 'loading';
  const label = stage === 'playing' ? t('media.voice.stopPlaying') : t('media.voice.play', { n: seconds });
  return (
    <Box className="voice-box">
      <Press
        className={`voice ${stage === 'playing' ? 'is-playing' : ''}`}
        label={label}
        busy={busy}
        onPress={() => (stage === 'playing' ? stop() : void start())}
      >
        {busy ? <Span silent className="spinner" /> : <Icon name={stage === 'playing' ? 'stop' : 'play'} />}
        <Span silent className="voice-wave" />
        <Span className="voice-seconds">{t('media.voice.seconds', { n: seconds })}</Span>
      </Press>
      {stage === 'failed' && (
        <Box className="field-hint" live="polite">
          {t('media.voice.unplayable')}
        </Box>
      )}
    </Box>
  );
}
