/** A ledger in memory, as plain as it can be: what one person has after each command, and what the command is answered. */
export type Command =
  | { kind: 'award'; points: number }
  | { kind: 'hold'; points: number; late: boolean }
  | { kind: 'adjust'; points: number }
  | { kind: 'reverse' | 'capture' | 'release' | 'expire' | 'uncapture'; pick: number };

interface Hold {
  points: number;
  /** Its time is over as soon as it is made. */
  late: boolean;
  state: string;
}

const ENDS = { capture: 'captured', release: 'released', expire: 'expired', uncapture: 'uncaptured' } as const;

/** Minutes of service that a point stands for, here. */
const MINUTES = 30;

export class LedgerModel {
  posted = 0;
  owed = 0;
  readonly holds: Hold[] = [];
  readonly awards: { points: number; takenBack: boolean }[] = [];

  get held(): number {
    return this.holds.reduce((sum, { state, points }) => (state === 'reserved' ? sum + points : sum), 0);
  }

  get minutes(): number {
    return this.awards.reduce((sum, { points, takenBack }) => (takenBack ? sum : sum + points * MINUTES), 0);
  }

  /** Which of those there are a command is about; null where there is none. */
  picked(command: Command): number | null {
    if (!('pick' in command)) return null;
    const { length } = command.kind === 'reverse' ? this.awards : this.holds;
    return length === 0 ? null : command.pick % length;
  }

  /** Answers `done`, the fault, or the state that stood in the way. */
  do(command: Command): string {
    const at = this.picked(command);
    if (command.kind === 'award') return this.award(command.points);
    if (command.kind === 'hold') return this.hold(command.points, command.late);
    if (command.kind === 'adjust') return this.adjust(command.points);
    if (at === null) return 'nothing';
    return command.kind === 'reverse' ? this.reverse(at) : this.end(at, command.kind);
  }

  private give(points: number): string {
    const netted = Math.min(points, this.owed);
    this.owed -= netted;
    this.posted += points - netted;
    return 'done';
  }

  private award(points: number): string {
    this.awards.push({ points, takenBack: false });
    return this.give(points);
  }

  private hold(points: number, late: boolean): string {
    if (this.posted - this.held < points) return 'POINTS_NOT_ENOUGH';
    this.holds.push({ points, late, state: 'reserved' });
    return 'done';
  }

  private adjust(points: number): string {
    if (points > 0) return this.give(points);
    if (this.posted - this.held < -points) return 'POINTS_NOT_ENOUGH';
    this.posted += points;
    return 'done';
  }

  private reverse(at: number): string {
    const award = this.awards[at];
    if (!award || award.takenBack) return 'POINTS_ALREADY_TAKEN_BACK';
    award.takenBack = true;
    const taken = Math.min(award.points, this.posted - this.held);
    this.posted -= taken;
    this.owed += award.points - taken;
    return 'done';
  }

  private end(at: number, how: keyof typeof ENDS): string {
    const hold = this.holds[at];
    if (!hold) return 'nothing';
    const before = hold.state;
    if (before !== (how === 'uncapture' ? 'captured' : 'reserved')) return before;
    if (how === 'capture' && hold.late) return 'expired';
    if (how === 'expire' && !hold.late) return 'reserved';
    if (how === 'capture') this.posted -= hold.points;
    if (how === 'uncapture') this.posted += hold.points;
    hold.state = ENDS[how];
    return 'done';
  }
}
