/** The type of the Babel plugin beside it. */
declare const slimRoutes: () => { name: string; visitor: object };
export = slimRoutes;
