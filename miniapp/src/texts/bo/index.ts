/** The domains' words in Tibetan: machine drafts, each to be read and signed by a native reader before a community uses them. */
export { app } from './app';
export { cards } from './cards';
export { grids } from './grids';
export { home } from './home';
export { identity } from './identity';
export { notices } from './notices';
export { points } from './points';
export { rewards } from './rewards';
export { setup } from './setup';
export { tickets } from './tickets';
export { volunteering } from './volunteering';
export { work } from './work';
