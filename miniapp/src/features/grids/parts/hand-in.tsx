/** Fetches the empty spreadsheet, and takes the filled one: chosen, or dropped where that can be done. */
import { IMPORT_MAX, type RegisterQuery, type UploadImport } from '@sevengrid/shared/grids/imports.requests';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { useState } from 'react';
import { chooseFile, type ChosenFile } from '../../../platform/choose-file';
import { go } from '../../../platform/navigate';
import { Button, Card, FaultNotice, Heading, Muted, Notice, Stack } from '../../../ui';
import { useDownload, useTexts, useUpload, type TextKey } from '../../../use';
import { FileDrop } from './file-drop';
import { useWhoseRegister } from './whose-register';

const EXTENSION = 'xlsx';
const LONGEST_NAME = 120;

/** What is seen of a file before it is sent. */
function faultOf({ name, size }: ChosenFile): TextKey | undefined {
  if (size > IMPORT_MAX) return 'grids.imports.tooBig';
  if (size === 0) return 'grids.imports.empty';
  return name.toLowerCase().endsWith(`.${EXTENSION}`) ? undefined : 'grids.imports.notXlsx';
}

function useHandIn(of: RegisterQuery) {
  const [wrong, setWrong] = useState<TextKey>();
  const upload = useUpload(importRoutes.upload, { then: ({ id }) => go('grids/import', { id }) });
  const take = async (file: ChosenFile): Promise<void> => {
    const fault = faultOf(file);
    setWrong(fault);
    upload.clear();
    if (fault) return;
    const query: UploadImport = { ...of, name: file.name.slice(-LONGEST_NAME) };
    await file.read().then(
      (bytes) => upload.run({ query }, bytes),
      () => setWrong('grids.imports.unreadable'),
    );
  };
  const choose = async (): Promise<void> => {
    const file = await chooseFile([EXTENSION]);
    if (file) await take(file);
  };
  return { wrong, upload, take, choose, clear: () => setWrong(undefined) };
}

export function HandIn() {
  const { t } = useTexts();
  const { of } = useWhoseRegister();
  const { wrong, upload, take, choose, clear } = useHandIn(of);
  const template = useDownload(importRoutes.template);
  return (
    <Card>
      <Stack gap={4}>
        <Heading>{t('grids.imports.first')}</Heading>
        <Muted>{t('grids.imports.first.hint')}</Muted>
        <FaultNotice fault={template.fault} onClose={template.clear} />
        {template.given === false && <Notice tone="warn">{t('grids.imports.notShown')}</Notice>}
        <Button kind="secondary" icon="download" busy={template.busy} onPress={() => void template.run({ query: of })}>
          {t('grids.imports.template')}
        </Button>
        <Heading>{t('grids.imports.second')}</Heading>
        {wrong && (
          <Notice tone="bad" onClose={clear}>
            {t(wrong)}
          </Notice>
        )}
        <FaultNotice fault={upload.fault} onClose={upload.clear} />
        <FileDrop onFile={(file) => void take(file)}>
          <Button icon="upload" busy={upload.busy} onPress={() => void choose()}>
            {t(upload.busy ? 'grids.imports.sending' : 'grids.imports.choose')}
          </Button>
          <Muted>{t('grids.imports.choose.hint')}</Muted>
        </FileDrop>
      </Stack>
    </Card>
  );
}
