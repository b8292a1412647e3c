/** How far tests and simulations have moved time; always 0 in production. */
import { Injectable } from '@nestjs/common';

@Injectable()
export class ClockShift {
  /** Milliseconds added to the database's clock in every transaction of a UnitOfWork. */
  ms = 0;
}
