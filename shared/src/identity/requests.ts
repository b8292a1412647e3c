/** What callers give to the identity routes. */
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';
import { ASCII, Id, Optional, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';

/** Fewest characters of a staff password. */
export const PASSWORD_MIN = 10;

export class DemoLogIn {
  @ASCII(1, 40)
  account!: string;
}

export class PasswordLogIn {
  /** Account name: letters, digits, dot, dash or underscore. */
  @IsString()
  @Matches(/^[A-Za-z0-9._-]{2,40}$/)
  account!: string;

  @IsString()
  @Length(1, 200)
  password!: string;
}

export class WechatLogIn {
  /** The code of `wx.login`: single use, five minutes. */
  @ASCII(1, 128)
  code!: string;

  /** Token of a guest session on this phone whose tickets the person takes over. */
  @Optional()
  @ASCII(20, 100)
  guestToken?: string;
}

export class ChangePassword {
  @IsString()
  @Length(1, 200)
  current!: string;

  @IsString()
  @Length(PASSWORD_MIN, 200)
  next!: string;
}

export const CONSENT_PURPOSES = ['privacy', 'photo', 'location'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export class RecordConsent {
  @IsIn(CONSENT_PURPOSES)
  purpose!: ConsentPurpose;

  /** Version of the text that was shown, `2026-11`. */
  @ASCII(4, 20)
  version!: string;

  /** False takes an earlier consent back. */
  @IsBoolean()
  given!: boolean;

  /** Set when somebody read the text aloud to the person. */
  @Optional()
  @Words(1, 60)
  readAloudBy?: string;
}

export class AuditQuery extends PageQuery {
  /** Only entries about this ticket, household or person. */
  @Optional()
  @Id()
  subjectId?: string;
}
