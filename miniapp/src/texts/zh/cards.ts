/** Words of cards. */
export const cards = {
  'scan.title': '联络卡',
  'issue.title': '制卡',
  'show.title': '联络卡',
} as const;
