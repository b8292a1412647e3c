/** Answers the routes of identity, but for those of the demo. */
import { Controller } from '@nestjs/common';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import type { Actor } from '../platform/http/actor';
import { Input, Key, On, Trace, Who } from '../platform/http/on';
import { AuditTrailService } from './audit-trail.service';
import { LogInService } from './log-in.service';
import { MeService } from './me.service';

type Routes = typeof identityRoutes;

@Controller()
export class IdentityController {
  constructor(
    private readonly logIn: LogInService,
    private readonly self: MeService,
    private readonly trail: AuditTrailService,
  ) {}

  @On(identityRoutes.logInPassword)
  logInPassword(
    @Input() { body }: InputOf<Routes['logInPassword']>,
    @Trace() traceId: string,
  ): Promise<ReplyOf<Routes['logInPassword']>> {
    return this.logIn.withPassword(body, traceId);
  }

  @On(identityRoutes.logInWechat)
  logInWechat(
    @Input() { body }: InputOf<Routes['logInWechat']>,
    @Trace() traceId: string,
  ): Promise<ReplyOf<Routes['logInWechat']>> {
    return this.logIn.withWechat(body, traceId);
  }

  @On(identityRoutes.logOut)
  async logOut(@Who() actor: Actor): Promise<ReplyOf<Routes['logOut']>> {
    await this.logIn.out(actor.sessionId);
    return { done: true };
  }

  @On(identityRoutes.me)
  me(@Who() actor: Actor): Promise<ReplyOf<Routes['me']>> {
    return this.self.me(actor);
  }

  @On(identityRoutes.changePassword)
  changePassword(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Routes['changePassword']>,
  ): Promise<ReplyOf<Routes['changePassword']>> {
    return this.self.changePassword(actor, key, body);
  }

  @On(identityRoutes.recordConsent)
  recordConsent(
    @Who() actor: Actor,
    @Key() key: string,
    @Input() { body }: InputOf<Routes['recordConsent']>,
  ): Promise<ReplyOf<Routes['recordConsent']>> {
    return this.self.recordConsent(actor, key, body);
  }

  @On(identityRoutes.scopes)
  scopes(@Who() actor: Actor): ReplyOf<Routes['scopes']> {
    return this.self.scopesOf(actor);
  }

  @On(identityRoutes.auditLog)
  auditLog(@Who() actor: Actor, @Input() { query }: InputOf<Routes['auditLog']>): Promise<ReplyOf<Routes['auditLog']>> {
    return this.trail.page(actor, query);
  }
}
