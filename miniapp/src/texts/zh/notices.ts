/** Words of notices. */
export const notices = {
  'inbox.title': '消息',
} as const;
