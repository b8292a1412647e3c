// Accessibility properties of WeChat's components that Taro's templates leave out; used at build time and at run time alike.
const ARIA = {
  'aria-role': '',
  'aria-label': '',
  'aria-live': '',
  'aria-hidden': '',
  'aria-modal': '',
  'aria-disabled': '',
  'aria-busy': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-required': '',
};

const NAMED = { ...ARIA };
delete NAMED['aria-role'];

module.exports = { View: ARIA, Text: ARIA, Input: NAMED, Textarea: NAMED };
