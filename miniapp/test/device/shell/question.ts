/** What WeChat asks a person in a dialog of its own, drawn over the page. */

export interface Question {
  /** A box in the middle, or a list from below. */
  shape: 'box' | 'list';
  title?: string;
  words?: string;
  /** What may be answered, in the order drawn. */
  answers: string[];
  /** The way out, drawn last; none where one must answer. */
  cancel?: string;
  /** A field filled in with this; its words are the answer then. */
  field?: string;
}
