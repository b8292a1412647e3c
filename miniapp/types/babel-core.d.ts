/** The one function of Babel that tests call; its own package has no types. */
declare module '@babel/core' {
  export function transformSync(source: string, options: object): { code?: string | null } | null;
}
