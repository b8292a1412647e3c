/** What callers give to the kinds of service. */
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { Versioned } from '../identity/set-up.requests';
import { BilingualName } from '../kernel/bilingual';
import { Id, Optional, Part } from '../kernel/fields';

export class AddServiceKind {
  @Optional()
  @Id()
  communityId?: string;

  @Part(() => BilingualName)
  name!: BilingualName;
}

export class WriteServiceKind extends Versioned {
  @Part(() => BilingualName)
  name!: BilingualName;

  /** The smallest is shown first. */
  @IsInt()
  @Min(0)
  @Max(999)
  position!: number;

  /** Cannot be chosen any more; what was done as such stays. Standing kinds are never retired. */
  @IsBoolean()
  retired!: boolean;
}
