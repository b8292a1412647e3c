/** Every migration, in the order in which they run; hand-read, never generated. */
import { Platform2026112300010 } from './202611230001-platform';
import { IdentityFirst2026112300020 } from './202611230002-identity-first';
import { GridsFirst2026112300030 } from './202611230003-grids-first';
import { CardsFirst2026112300040 } from './202611230004-cards-first';
import { TicketsFirst2026112300050 } from './202611230005-tickets-first';
import { NoticesFirst2026112300060 } from './202611230006-notices-first';
import { StepTwoRoles2026112400010 } from './202611240001-step-two-roles';
import { TicketsClocks2026112400060 } from './202611240006-tickets-clocks';
import { MediaFirst2026112700100 } from './202611270010-media-first';
import { SetUp2026112700200 } from './202611270020-set-up';
import { Imports2026112700300 } from './202611270030-imports';
import { CardBatches2026112700400 } from './202611270040-card-batches';
import { Retention2026112700410 } from './202611270041-retention';
import { ListsByIndex2026112700600 } from './202611270060-lists-by-index';
import { TicketsByResident2026112700700 } from './202611270070-tickets-by-resident';
import { ImportsOfPeople2026112800300 } from './202611280030-imports-of-people';
import { JobsRan2026112800310 } from './202611280031-jobs-ran';
import { AnsweringForBodies2026112800500 } from './202611280050-answering-for-bodies';
import { PeopleWhoGo2026112800700 } from './202611280070-people-who-go';
import { ForgottenAgain2026112800800 } from './202611280080-forgotten-again';
import { StepThreeRoles2026112801000 } from './202611280100-step-three-roles';
import { PointsFirst2026112801100 } from './202611280110-points-first';
import { VolunteeringFirst2026112801200 } from './202611280120-volunteering-first';
import { Activities2026112801210 } from './202611280121-activities';
import { RewardsFirst2026112801300 } from './202611280130-rewards-first';
import { PhonesByTail2026112801310 } from './202611280131-phones-by-tail';

export const MIGRATIONS = [
  Platform2026112300010,
  IdentityFirst2026112300020,
  GridsFirst2026112300030,
  CardsFirst2026112300040,
  TicketsFirst2026112300050,
  NoticesFirst2026112300060,
  StepTwoRoles2026112400010,
  TicketsClocks2026112400060,
  MediaFirst2026112700100,
  SetUp2026112700200,
  Imports2026112700300,
  CardBatches2026112700400,
  Retention2026112700410,
  ListsByIndex2026112700600,
  TicketsByResident2026112700700,
  ImportsOfPeople2026112800300,
  JobsRan2026112800310,
  AnsweringForBodies2026112800500,
  PeopleWhoGo2026112800700,
  ForgottenAgain2026112800800,
  StepThreeRoles2026112801000,
  PointsFirst2026112801100,
  VolunteeringFirst2026112801200,
  Activities2026112801210,
  RewardsFirst2026112801300,
  PhonesByTail2026112801310,
] as const;
