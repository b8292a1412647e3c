/** Giving somebody a file in a browser: it lands among the downloads. */

interface Given {
  bytes: ArrayBuffer;
  type: string;
  name: string;
}

/** Milliseconds after which every browser has begun to save. */
const TAKEN_BY = 60_000;

export function giveFile({ bytes, type, name }: Given): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_BY);
  return Promise.resolve(true);
}
