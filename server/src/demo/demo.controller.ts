/** Answers the two routes that only demo mode has. */
import { Controller } from '@nestjs/common';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { InputOf, ReplyOf } from '@sevengrid/shared/kernel/route';
import { Input, On } from '../platform/http/on';
import { DemoService } from './demo.service';

type Routes = typeof identityRoutes;

@Controller()
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @On(identityRoutes.demo)
  show(): Promise<ReplyOf<Routes['demo']>> {
    return this.demo.show();
  }

  @On(identityRoutes.logInDemo)
  logIn(@Input() { body }: InputOf<Routes['logInDemo']>): Promise<ReplyOf<Routes['logInDemo']>> {
    return this.demo.logIn(body.account);
  }
}
