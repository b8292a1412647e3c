/** What the bundler adds to the language: style sheets as imports, and constants written in at build time. */
declare module '*.scss';

/** `weapp` or `h5`, written in by Taro. */
declare const process: { env: { TARO_ENV: 'weapp' | 'h5'; NODE_ENV: 'production' | 'development' | 'test' } };

/** Where the mini-program finds the server; the H5 build asks its own origin. */
declare const API_BASE: string;
