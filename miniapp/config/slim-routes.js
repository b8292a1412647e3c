// Babel plugin: of a route the phone needs its method, address, key and name; what only the server reads stays out of the builds.
const SERVER_READS = new Set([
  'summary',
  'permission',
  'params',
  'query',
  'body',
  'bytes',
  'status',
  'reply',
  'faults',
]);

const nameOf = ({ key }) => key?.name ?? key?.value;

module.exports = () => ({
  name: 'slim-routes',
  visitor: {
    ObjectExpression({ node }) {
      const names = node.properties.map(nameOf);
      if (!names.includes('method') || !names.includes('path') || !names.includes('summary')) return;
      node.properties = node.properties.filter((property) => !SERVER_READS.has(nameOf(property)));
    },
  },
});
