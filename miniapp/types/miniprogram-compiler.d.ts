/** WeChat's own compilers, packed by npm's miniprogram-compiler, which declares no types. */
declare module 'miniprogram-compiler' {
  /** Source of a function that takes a page's name and answers its renderer. @throws when wcc refuses the wxml */
  export function wxmlToJs(folder: string, options?: { maxBuffer?: number }): string;
}
