/** What the page was opened with, decoded. */
import { useRouter } from '@tarojs/taro';

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** `const { id = '' } = useQueryOf<{ id?: string }>()` */
export function useQueryOf<T extends Record<string, string | undefined>>(): Partial<T> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value === undefined ? undefined : decoded(value)]),
  ) as Partial<T>;
}
