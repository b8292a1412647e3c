/** What a page names by reference (words, public names, outside bodies, media), gathered first and read once. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MediaView } from '@sevengrid/shared/media/views';
import { People } from '../identity/people';
import { Attachments } from '../media/attachments';
import { Texts } from '../platform/database/texts';
import { organisationNames } from './coordination.queries';

type Id = string | null | undefined;

export interface Wanted {
  texts?: readonly Id[];
  people?: readonly Id[];
  bodies?: readonly Id[];
  media?: readonly Id[];
}

export interface Found {
  /** Null where the words were erased. */
  texts: ReadonlyMap<string, string | null>;
  people: ReadonlyMap<string, string>;
  bodies: ReadonlyMap<string, string>;
  /** Without what was erased. */
  media: ReadonlyMap<string, MediaView>;
}

@Injectable()
export class References {
  constructor(
    private readonly texts: Texts,
    private readonly people: People,
    private readonly media: Attachments,
  ) {}

  async read(tx: EntityManager, wanted: readonly Wanted[]): Promise<Found> {
    const all = (kind: keyof Wanted): string[] => [...new Set(wanted.flatMap((part) => part[kind] ?? []))].filter(isId);
    return {
      texts: await this.texts.read(tx, all('texts')),
      people: await this.people.displayNames(tx, all('people')),
      bodies: await organisationNames(tx, all('bodies')),
      media: await this.media.byId(tx, all('media')),
    };
  }
}

const isId = (id: Id): id is string => typeof id === 'string';
