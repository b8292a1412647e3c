/** The part of harfbuzzjs 0.10 that we use; the package carries no types of its own. */
declare module 'harfbuzzjs' {
  export interface Glyph {
    /** Its number in the font. */
    g: number;
    /** Index of the first character that it, or its cluster, stands for. */
    cl: number;
    /** Advance and offset in units of the font. */
    ax: number;
    ay: number;
    dx: number;
    dy: number;
  }
  export interface TextBuffer {
    addText(text: string): void;
    guessSegmentProperties(): void;
    json(): Glyph[];
    destroy(): void;
  }
  export interface Owned {
    destroy(): void;
  }
  export interface HarfBuzz {
    createBlob(data: Uint8Array): Owned;
    createFace(blob: Owned, index: number): Owned;
    createFont(face: Owned): Owned;
    createBuffer(): TextBuffer;
    shape(font: Owned, buffer: TextBuffer): void;
  }
  const loaded: Promise<HarfBuzz>;
  export default loaded;
}
