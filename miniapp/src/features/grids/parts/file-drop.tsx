/** Where a file is chosen; in WeChat nothing can be dropped. */
import type { ReactNode } from 'react';
import type { ChosenFile } from '../../../platform/choose-file';
import { Box } from '../../../ui';
import './file-drop.scss';

export interface FileDropProps {
  onFile: (file: ChosenFile) => void;
  children?: ReactNode;
}

export const FileDrop = ({ children }: FileDropProps) => <Box className="file-drop">{children}</Box>;
