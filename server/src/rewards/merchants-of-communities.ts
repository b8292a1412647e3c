/** Says which merchants are tied to a community, so that log-ins are given for those and no others. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Organisations } from '../identity/organisations';

@Injectable()
export class MerchantsOfCommunities implements OnModuleInit {
  constructor(private readonly organisations: Organisations) {}

  onModuleInit(): void {
    this.organisations.register('merchant', (communityId) => ({
      sql: 'o.id IN (SELECT merchant_id FROM merchant_community WHERE community_id = ?)',
      params: [communityId],
    }));
  }
}
