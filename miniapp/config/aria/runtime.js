// The same properties at run time, so that their short names agree with the templates.
const { mergeInternalComponents } = require('@tarojs/shared');

mergeInternalComponents(require('./components'));
