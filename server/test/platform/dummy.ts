/** A small domain on the bare platform for its own tests: two tables of actors, a few routes, one event. */
import { Controller, Global, Module, type StreamableFile } from '@nestjs/common';
import { ASCII, NumberInQuery, Optional, Part, Phone, Words } from '@sevengrid/shared/kernel/fields';
import { PERMISSIONS, type Permission } from '@sevengrid/shared/kernel/permissions';
import { file, reply, routes, type InputOf } from '@sevengrid/shared/kernel/route';
import { IsInt, Max, Min } from 'class-validator';
import { ACTOR_SOURCE, makeActor, type Actor, type ActorSource } from '../../src/platform/http/actor';
import { answerFile } from '../../src/platform/http/answer-file';
import { fail } from '../../src/platform/http/fail';
import { decodeCursor } from '../../src/platform/http/cursor';
import { Bytes, Input, Key, On, Who } from '../../src/platform/http/on';
import { inputFingerprint, sha256 } from '../../src/platform/database/fingerprint';
import { newId } from '../../src/platform/database/new-id';
import { change } from '../../src/platform/database/sql';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';

declare module '../../src/platform/jobs/events' {
  interface EventMap {
    'dummy.made': { word: string };
  }
}

class Where {
  @Words(1, 20)
  place!: string;
}

class Make {
  @Words(1, 40)
  word!: string;

  @Optional()
  @Phone()
  phone?: string;

  @Optional()
  @Part(() => Where)
  where?: Where;
}

class Look {
  @Optional()
  @NumberInQuery()
  @IsInt()
  @Min(1)
  @Max(9)
  limit?: number;

  @Optional()
  @ASCII(1, 200)
  cursor?: string;
}

interface Done {
  done: true;
}

/** How many bytes came, and their digest. */
interface Weight {
  size: number;
  sha256: string;
}

const done = reply<Done>('DoneView');

export const dummyRoutes = routes('dummy', {
  make: {
    method: 'POST',
    path: '/dummy',
    permission: 'session',
    summary: '',
    body: Make,
    status: 201,
    reply: done,
    faults: [],
  },
  look: {
    method: 'GET',
    path: '/dummy',
    permission: 'public',
    summary: '',
    query: Look,
    status: 200,
    reply: done,
    faults: [],
  },
  handle: {
    method: 'GET',
    path: '/dummy/handled',
    permission: 'ticket.handle',
    summary: '',
    status: 200,
    reply: done,
    faults: [],
  },
  break: {
    method: 'GET',
    path: '/dummy/broken',
    permission: 'public',
    summary: '',
    status: 200,
    reply: done,
    faults: [],
  },
  refuse: {
    method: 'GET',
    path: '/dummy/refused',
    permission: 'public',
    summary: '',
    status: 200,
    reply: done,
    faults: ['CHANGED_MEANWHILE'],
  },
  weigh: {
    method: 'PUT',
    path: '/dummy/bytes',
    permission: 'ticket.handle',
    summary: '',
    bytes: { max: 3_000_000 },
    status: 200,
    reply: reply<Weight>('Weight'),
    faults: [],
  },
  sheet: {
    method: 'GET',
    path: '/dummy/sheet',
    permission: 'session',
    summary: '',
    status: 200,
    reply: file(['text/html'], 'attachment'),
    faults: [],
  },
});

/** Tokens are `<id>` padded; an actor named P… is a person, G… a guest. */
export const tokenOf = (id: string): string => id.padEnd(26, '0');

class DummyActors implements ActorSource {
  find(token: string, traceId: string): Promise<Actor | 'expired' | null> {
    if (token.startsWith('OLD')) return Promise.resolve('expired');
    if (!/^[PGW]/.test(token)) return Promise.resolve(null);
    const permissions = new Set<Permission>(token.startsWith('W') ? PERMISSIONS : []);
    return Promise.resolve(
      makeActor({
        id: token,
        kind: token.startsWith('G') ? 'guest' : 'person',
        sessionId: token,
        traceId,
        grants: [{ role: 'dummy', scopeId: 'S', organisationId: null, permissions }],
        within: (scope) => [scope, `${scope}1`],
      }),
    );
  }
}

@Controller()
class DummyController {
  constructor(private readonly work: UnitOfWork) {}

  @On(dummyRoutes.make)
  async make(@Who() actor: Actor, @Key() key: string, @Input() input: InputOf<typeof dummyRoutes.make>): Promise<Done> {
    const request = { actor, key, operation: dummyRoutes.make.name, fingerprint: inputFingerprint(input) };
    await this.work.once(request, async (tx) => {
      const id = newId();
      await change(tx, 'INSERT INTO dummy (id, word) VALUES (?, ?)', [id, input.body.word]);
      return { id };
    });
    return { done: true };
  }

  @On(dummyRoutes.look)
  look(@Input() input: InputOf<typeof dummyRoutes.look>): Done {
    if (input.query.cursor !== undefined) decodeCursor(input.query.cursor, ['instant', 'id']);
    return { done: true };
  }

  @On(dummyRoutes.handle)
  handle(): Done {
    return { done: true };
  }

  @On(dummyRoutes.break)
  break(): Done {
    throw new Error('a secret: 13800138000');
  }

  @On(dummyRoutes.refuse)
  refuse(): Done {
    return fail('CHANGED_MEANWHILE');
  }

  @On(dummyRoutes.weigh)
  weigh(@Bytes() bytes: Buffer): Weight {
    return { size: bytes.length, sha256: sha256(bytes) };
  }

  @On(dummyRoutes.sheet)
  sheet(): StreamableFile {
    const content = Buffer.from('<script>alert(1)</script>');
    return answerFile(dummyRoutes.sheet, { type: 'text/html', name: "七 (1)'s.html", content });
  }
}

@Global()
@Module({
  controllers: [DummyController],
  providers: [{ provide: ACTOR_SOURCE, useClass: DummyActors }],
  exports: [ACTOR_SOURCE],
})
export class DummyModule {}

/** The table that the module writes to. */
export const DUMMY_TABLE =
  'CREATE TABLE dummy (id CHAR(26) PRIMARY KEY, word VARCHAR(80) NOT NULL) DEFAULT CHARSET=utf8mb4';
