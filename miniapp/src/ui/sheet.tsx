/** A dialog from below: confirms, asks for a reason, and always has a way out. */
import { useEffect, useId, type ReactNode } from 'react';
import { holdFocus } from '../platform/announce';
import { openDialog } from '../platform/dialogs';
import { useKeys } from '../use/use-keys';
import { useShown } from '../use/use-shown';
import { useTexts } from '../use/use-texts';
import { Button, IconButton } from './button';
import { Box, Press } from './elements';
import { Heading } from './type';

export interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  verb?: string;
  onVerb?: () => void;
  busy?: boolean;
  danger?: boolean;
  children?: ReactNode;
}

export const Sheet = (props: SheetProps) => (props.open ? <OpenSheet {...props} /> : null);

function OpenSheet({ title, onClose, verb, onVerb, busy, danger, children }: SheetProps) {
  const { t } = useTexts();
  const id = `sheet${useId().replace(/:/g, '')}`;
  useKeys({ Escape: onClose }, useShown());
  useEffect(openDialog, []);
  useEffect(() => holdFocus(id), [id]);
  return (
    <Box className="sheet">
      <Press className="sheet-veil" label={t('app.verb.close')} onPress={onClose} />
      <Box id={id} className="sheet-body" role="dialog" modal label={title}>
        <Box className="sheet-head">
          <Heading className="grow">{title}</Heading>
          <IconButton icon="close" label={t('app.verb.close')} onPress={onClose} />
        </Box>
        <Box className="sheet-content">{children}</Box>
        {verb && onVerb && (
          <Box className="sheet-foot">
            <Button kind="ghost" onPress={onClose}>
              {t('app.verb.cancel')}
            </Button>
            <Button grow kind={danger ? 'danger' : 'primary'} busy={busy} onPress={onVerb}>
              {verb}
            </Button>
          </Box>
        )}
      </Box>
    </Box>
  );
}
