/** Words in two languages as callers give them: Chinese always, Tibetan where somebody has written it. */
import { Optional, Words } from './fields';

/** Names of things and places. */
export class BilingualName {
  @Words(1, 40)
  zh!: string;

  @Optional()
  @Words(1, 120)
  bo?: string;
}

/** One line about them. */
export class BilingualLine {
  @Words(1, 120)
  zh!: string;

  @Optional()
  @Words(1, 360)
  bo?: string;
}
