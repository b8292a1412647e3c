/** Style sheets have no say in unit tests. */
export default {};
