/** Choosing a file in a browser. */

export interface ChosenFile {
  name: string;
  /** In bytes. */
  size: number;
  read: () => Promise<ArrayBuffer>;
}

export const asChosen = (file: File): ChosenFile => ({
  name: file.name,
  size: file.size,
  read: () => file.arrayBuffer(),
});

/** Null when the person turned back. @param extensions without a dot */
export function chooseFile(extensions: readonly string[]): Promise<ChosenFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = extensions.map((extension) => `.${extension}`).join(',');
  return new Promise((resolve) => {
    input.onchange = () => resolve(input.files?.[0] ? asChosen(input.files[0]) : null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}
