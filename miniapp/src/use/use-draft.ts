/** A form that is never lost: kept every 2 s and when the page is hidden, wiped after sending. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidHide } from '@tarojs/taro';
import { passAttachmentsOn } from '../state/attachments';
import { draftOf, passDraftsOn, saveDraft, wipeDraft } from '../state/drafts';
import { NOBODY, owner, session } from '../state/session';

const EVERY = 2_000;

export interface Draft<T extends object> {
  form: T;
  /** Changes some fields. */
  put: (part: Partial<T>) => void;
  /** True when an older draft was found; say so and offer `startAfresh`. */
  restored: boolean;
  startAfresh: () => void;
  /** After sending. */
  wipe: () => void;
}

/**
 * Whose form this is: once it is known it stays theirs, though the session ends or somebody else logs in over it.
 * What was begun before anybody was known goes to the first who is.
 */
function useWriter(): { readonly current: string } {
  const writer = useRef(owner());
  useEffect(
    () =>
      session.subscribe(() => {
        if (writer.current !== NOBODY || owner() === NOBODY) return;
        passDraftsOn(NOBODY, owner());
        passAttachmentsOn(NOBODY, owner());
        writer.current = owner();
      }),
    [],
  );
  return writer;
}

/** `const { form, put } = useDraft('tickets.open', { words: '' })`; `blank` is read once. */
export function useDraft<T extends object>(name: string, blank: T): Draft<T> {
  const first = useRef(blank);
  const writer = useWriter();
  const [found] = useState(() => draftOf<T>(name, writer.current));
  const [form, setForm] = useState<T>({ ...first.current, ...found });
  const [restored, setRestored] = useState(found !== undefined);
  const latest = useRef({ form, saved: form });
  latest.current.form = form;
  const save = useCallback(() => {
    if (latest.current.form === latest.current.saved) return;
    saveDraft(name, latest.current.form, writer.current);
    latest.current.saved = latest.current.form;
  }, [name, writer]);
  useEffect(() => {
    const timer = setInterval(save, EVERY);
    return () => {
      clearInterval(timer);
      save();
    };
  }, [save]);
  useDidHide(save);
  const wipe = useCallback(() => {
    wipeDraft(name, writer.current);
    latest.current.saved = latest.current.form;
  }, [name, writer]);
  const startAfresh = useCallback(() => {
    wipe();
    latest.current = { form: first.current, saved: first.current };
    setForm(first.current);
    setRestored(false);
  }, [wipe]);
  const put = useCallback((part: Partial<T>) => setForm((now) => ({ ...now, ...part })), []);
  return { form, put, restored, startAfresh, wipe };
}
