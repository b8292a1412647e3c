/** What administrators give to the kinds of matters that residents choose from. */
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { Versioned } from '../identity/set-up.requests';
import { BilingualLine, BilingualName } from '../kernel/bilingual';
import { Id, Optional, Part } from '../kernel/fields';
import { GRADES, type Grade } from './terms';

/** In the community named, or the first that the caller governs. */
export class TakeUsualCategories {
  @Optional()
  @Id()
  communityId?: string;
}

export class AddCategory {
  @Optional()
  @Id()
  communityId?: string;

  @Part(() => BilingualName)
  name!: BilingualName;

  @Part(() => BilingualLine)
  hint!: BilingualLine;

  /** Which clocks such a matter starts with. */
  @IsIn(GRADES)
  grade!: Grade;

  /** The numbers to call come first. */
  @IsBoolean()
  danger!: boolean;
}

export class WriteCategory extends Versioned {
  @Part(() => BilingualName)
  name!: BilingualName;

  @Part(() => BilingualLine)
  hint!: BilingualLine;

  @IsIn(GRADES)
  grade!: Grade;

  @IsBoolean()
  danger!: boolean;

  /** The smallest is shown first. */
  @IsInt()
  @Min(0)
  @Max(999)
  position!: number;

  /** Cannot be chosen any more; what was filed as such stays. */
  @IsBoolean()
  retired!: boolean;
}
