/** How it is known that somebody was there: what was scanned, who called, added, ticked or took back; appended and sealed, never changed. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Signal } from '@sevengrid/shared/volunteering/signals';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock';
import { canonicalJson } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { insertMany, json } from '../platform/database/sql';
import type { TextRef } from '../platform/database/texts';
import { Seals, type SealedRow } from '../platform/seal/seals';

export interface Proof {
  attendanceId: string;
  what: 'in' | 'out' | 'auto_out' | 'added' | 'seconded' | 'tick_yes' | 'tick_no' | 'upheld' | 'taken_back';
  byId: string | null;
  step?: number;
  distance?: number | null;
  accuracy?: number | null;
  deviceHash?: string;
  signals?: readonly Signal[];
  reason?: TextRef;
}

/** `signals` is hashed as it was read back: MySQL reorders JSON. */
export const canonicalProof = ({ signals, ...row }: SealedRow): string =>
  canonicalJson({ ...row, signals: signals === null ? null : json<unknown>(signals) });

@Injectable()
export class AttendanceProofs implements OnModuleInit {
  constructor(
    private readonly seals: Seals,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.seals.register({ name: 'attendance_proof', table: 'attendance_proof', canonical: canonicalProof });
  }

  async prove(tx: EntityManager, proofs: readonly Proof[]): Promise<void> {
    if (proofs.length === 0) return;
    const at = await this.clock.now(tx);
    await insertMany(
      tx,
      `INSERT INTO attendance_proof (id, attendance_id, what, by_id, at, step, distance_m, accuracy_m, device_hash,
         signals, reason_ref, reason_digest)`,
      proofs.map((proof) => [
        ...[newId(), proof.attendanceId, proof.what, proof.byId, at, proof.step ?? null],
        ...[proof.distance ?? null, proof.accuracy ?? null, proof.deviceHash ?? null],
        ...[
          proof.signals ? JSON.stringify(proof.signals) : null,
          proof.reason?.ref ?? null,
          proof.reason?.digest ?? null,
        ],
      ]),
    );
  }
}
