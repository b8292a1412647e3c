/** Who I am here: comes with the first download, and so lies outside its domain's sub-package. */
export { default } from '../../../features/identity/me';
