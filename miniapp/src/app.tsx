/** The app: whatever must be true before the first page opens. */
import './app.scss';
import type { PropsWithChildren, ReactNode } from 'react';

export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
