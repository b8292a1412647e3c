/** The title of one’s points, which home says as well; the other words travel apart. */
export const points = {
  'mine.title': '志愿积分',
} as const;
