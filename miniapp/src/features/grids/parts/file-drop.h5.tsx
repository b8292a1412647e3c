/** Where a file is chosen, or dropped from the desktop. */
import { useState, type DragEvent, type ReactNode } from 'react';
import { asChosen, type ChosenFile } from '../../../platform/choose-file.h5';
import './file-drop.scss';

export interface FileDropProps {
  onFile: (file: ChosenFile) => void;
  children?: ReactNode;
}

export function FileDrop({ onFile, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(asChosen(file));
  };
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={`file-drop ${over ? 'is-over' : ''}`}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
