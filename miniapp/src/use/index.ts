/** All hooks, for pages and the ui. */
export * from './fault-text';
export * from './use-clock';
export * from './use-do';
export * from './use-draft';
export * from './use-form';
export * from './use-keys';
export * from './use-me';
export { mayWait, useSend, useWaiting, type Sending } from './use-outbox';
export * from './use-query-of';
export { useInfinite, useRoute, type Read, type ReadList } from './use-route';
export * from './use-signal';
export * from './use-texts';
export * from './use-unread';
export * from './use-wide';
export * from './use-work';
export * from '../platform/due-text';
export { isTextKey, type TextKey, type Translate } from '../platform/translate';
