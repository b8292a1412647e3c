/** Takes something out of use, once it was said what comes of it. */
import { useState } from 'react';
import { Button, Muted, Sheet } from '../../../ui';

export interface RetireVerbProps {
  verb: string;
  lead: string;
  onRetire: () => void;
}

export function RetireVerb({ verb, lead, onRetire }: RetireVerbProps) {
  const [asked, ask] = useState(false);
  const retire = (): void => {
    ask(false);
    onRetire();
  };
  return (
    <>
      <Button kind="ghost" onPress={() => ask(true)}>
        {verb}
      </Button>
      {asked && (
        <Sheet open danger title={verb} onClose={() => ask(false)} verb={verb} onVerb={retire}>
          <Muted>{lead}</Muted>
        </Sheet>
      )}
    </>
  );
}
