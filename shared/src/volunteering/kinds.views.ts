/** Kinds of service, as everybody reads them and as they are kept. */
import type { Bilingual } from '../kernel/texts';

export interface ServiceKindView {
  id: string;
  name: Bilingual;
  /** One of the eight that every community has. */
  standing: boolean;
}

export interface ServiceKindList {
  items: ServiceKindView[];
}

export interface KeptServiceKindView extends ServiceKindView {
  position: number;
  retired: boolean;
  version: number;
}

export interface KeptServiceKindList {
  items: KeptServiceKindView[];
}
