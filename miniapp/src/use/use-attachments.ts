/** What somebody has attached to a form, by the keys that the form keeps. */
import { useEffect, useState } from 'react';
import { localAddress } from '../platform/local-files';
import { attachments, fileOf, type Attachment } from '../state/attachments';
import { useSignal } from './use-signal';

/** Those of `keys` that are still on the phone, in their order. */
export function useAttachments(keys: readonly string[]): Attachment[] {
  const all = useSignal(attachments);
  return keys.flatMap((key) => all.find((one) => one.key === key) ?? []);
}

/** Where the file can be shown or played from; undefined until that is known. */
export function useLocalAddress({ key, kind }: Pick<Attachment, 'key' | 'kind'>): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let here = true;
    void localAddress(fileOf({ key, kind })).then(
      (found) => here && setAddress(found),
      () => undefined,
    );
    return () => void (here = false);
  }, [key, kind]);
  return address;
}
