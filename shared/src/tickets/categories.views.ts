/** Categories as those see them who set them up. */
import type { CategoryView } from './views';

export interface CategorySetUpView extends CategoryView {
  position: number;
  retired: boolean;
  version: number;
}

export interface CategorySetUpList {
  items: CategorySetUpView[];
}
