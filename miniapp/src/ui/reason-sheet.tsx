/** What needs a reason first: why it is asked, the reason in words, and the verb. */
import { useState } from 'react';
import type { ApiFault } from '../api/fault';
import { useForm } from '../use/use-form';
import { TextArea } from './field';
import { Stack } from './layout';
import { FaultNotice } from './notice';
import { Sheet } from './sheet';
import { Muted } from './type';

interface Reasoned {
  reason: string;
}

export interface ReasonSheetProps {
  title: string;
  /** What comes of it. */
  lead: string;
  /** Over the words. */
  label: string;
  verb: string;
  danger?: boolean;
  /** The class the server checks the reason with. */
  request: new () => Reasoned;
  doing: { busy: boolean; fault: ApiFault | undefined; clear: () => void };
  onSend: (body: Reasoned) => void;
  onClose: () => void;
}

const MOST = 200;

export function ReasonSheet({ lead, label, request, doing, onSend, ...sheet }: ReasonSheetProps) {
  const [typed, type] = useState('');
  const body = { reason: typed.trim() };
  const { check, errorOf } = useForm(request, body);
  const send = (): void => {
    if (check()) onSend(body);
  };
  return (
    <Sheet open {...sheet} onVerb={send} busy={doing.busy}>
      <Stack>
        <Muted>{lead}</Muted>
        <FaultNotice fault={doing.fault} onClose={doing.clear} />
        <TextArea label={label} max={MOST} value={typed} onChange={type} error={errorOf('reason')} />
      </Stack>
    </Sheet>
  );
}
