/** One's own matters: comes with the first download, and so lies outside its domain's sub-package. */
export { default } from '../../../features/tickets/mine';
