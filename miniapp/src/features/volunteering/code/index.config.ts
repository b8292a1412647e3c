/** What the platform is told of this page beside its title, which the page draws itself. */
export default {};
