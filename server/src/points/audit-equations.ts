/** The ledger's invariants that one statement can look for: each finds the first row that breaks its equation. */

export interface Equation {
  /** As in the table of invariants, and the equation in words. */
  name: string;
  /** Whose rows it is about. */
  table: string;
  /** Answers the `id` of the first row that breaks it, and in `what` how; nothing where all is whole. */
  sql: string;
}

/** `kind ledger from to` of every transfer that there may be. */
const SHAPES = [
  ...['PT issue person', 'PT issue debt', 'MIN issue person', 'UPT issue unit', 'UMIN issue unit'].map(
    (of) => `award ${of}`,
  ),
  ...['PT person issue', 'PT debt issue', 'MIN person issue', 'UPT unit issue', 'UMIN unit issue'].map(
    (of) => `reverse ${of}`,
  ),
  ...['PT issue person', 'PT issue debt', 'PT person issue'].map((of) => `adjust ${of}`),
  ...['capture PT person merchant', 'uncapture PT merchant person', 'expire PT person expired'],
];
const QUOTED = SHAPES.map((shape) => `'${shape}'`).join();

/** How `sum` over `point_transfer` ends in what stands: two sides, the second taken off the first. */
const net = (from: string, to: string): string =>
  `SELECT credit_id AS id, amount FROM point_transfer WHERE ledger = 'PT' AND debit_kind = '${from}' AND credit_kind = '${to}'
   UNION ALL SELECT debit_id, -amount FROM point_transfer WHERE ledger = 'PT' AND debit_kind = '${to}' AND credit_kind = '${from}'`;

const TRANSFERS: readonly Equation[] = [
  {
    name: 'I1 a transfer has a journal of its community, an amount above 0 and sides that it may have',
    table: 'point_transfer',
    sql: `SELECT t.id, CONCAT_WS(' ', COALESCE(j.kind, 'no journal'), t.ledger, t.debit_kind, t.credit_kind, t.amount) AS what
      FROM point_transfer t LEFT JOIN point_journal j ON j.id = t.journal_id
      WHERE j.id IS NULL OR j.community_id <> t.community_id OR t.amount <= 0
        OR (t.debit_id IS NULL) <> (t.debit_kind IN ('issue', 'expired'))
        OR (t.credit_id IS NULL) <> (t.credit_kind IN ('issue', 'expired'))
        OR CONCAT_WS(' ', j.kind, t.ledger, t.debit_kind, t.credit_kind) NOT IN (${QUOTED}) ORDER BY t.id LIMIT 1`,
  },
  {
    name: 'I1 a person’s side of a transfer is one entry',
    table: 'point_transfer',
    sql: `SELECT t.id, 'has no entry' AS what FROM point_transfer t LEFT JOIN point_entry e ON e.transfer_id = t.id
      WHERE 'person' IN (t.debit_kind, t.credit_kind) AND e.id IS NULL ORDER BY t.id LIMIT 1`,
  },
  {
    name: 'I9 what is taken back = what was given, in every ledger, and once',
    table: 'point_journal',
    sql: `SELECT * FROM (
        SELECT r.id, 'takes back what is no award' AS what FROM point_journal r
          LEFT JOIN point_journal j ON j.id = r.reverses_id
          WHERE (r.kind = 'reverse') <> (r.reverses_id IS NOT NULL) OR (r.reverses_id IS NOT NULL AND COALESCE(j.kind, '') <> 'award')
        UNION ALL SELECT r.id, CONCAT(t.ledger, ' ', SUM(t.amount)) FROM point_journal r
          JOIN point_transfer t ON t.journal_id = r.id WHERE r.kind = 'reverse' GROUP BY r.id, r.reverses_id, t.ledger
          HAVING SUM(t.amount) <> (SELECT COALESCE(SUM(o.amount), 0) FROM point_transfer o
            WHERE o.journal_id = r.reverses_id AND o.ledger = t.ledger)) broken ORDER BY id LIMIT 1`,
  },
  {
    name: 'I14 a correction has two people, is what they decided, and is about neither',
    table: 'point_journal',
    sql: `SELECT j.id, CONCAT('correction ', j.cause_id) AS what FROM point_journal j
        LEFT JOIN point_adjustment d ON d.id = j.cause_id
      WHERE j.kind = 'adjust' AND (d.id IS NULL OR d.state <> 'granted' OR NOT (j.actor_id <=> d.asked_by)
        OR NOT (j.second_actor_id <=> d.decided_by) OR j.actor_id = j.second_actor_id
        OR d.person_id IN (j.actor_id, j.second_actor_id)
        OR NOT ((SELECT SUM(IF(t.debit_kind = 'issue', t.amount, -t.amount)) FROM point_transfer t
          WHERE t.journal_id = j.id) <=> d.delta)) ORDER BY j.id LIMIT 1`,
  },
  {
    name: 'I14 nobody awards themself',
    table: 'point_journal',
    sql: `SELECT j.id, CONCAT('by ', j.actor_id) AS what FROM point_journal j JOIN point_transfer t ON t.journal_id = j.id
      WHERE j.kind = 'award' AND t.credit_kind IN ('person', 'debt') AND t.credit_id = j.actor_id ORDER BY j.id LIMIT 1`,
  },
];

const ACCOUNTS: readonly Equation[] = [
  {
    name: 'I3 held = Σ points of reserved holds, and posted − held ≥ 0',
    table: 'point_account',
    sql: `SELECT a.id, CONCAT('holds ', a.held, ' of ', a.posted, ', reserved is ', COALESCE(h.held, 0)) AS what
      FROM point_account a LEFT JOIN
        (SELECT account_id, SUM(points) AS held FROM point_hold WHERE state = 'reserved' GROUP BY account_id) h
        ON h.account_id = a.id
      WHERE a.held <> COALESCE(h.held, 0) OR a.posted < a.held OR a.held < 0 ORDER BY a.id LIMIT 1`,
  },
  {
    name: 'I3 posted − held ≥ 0 whenever a hold came or went',
    table: 'point_hold_event',
    sql: `SELECT id, CONCAT(held_after, ' held of ', posted_after) AS what FROM point_hold_event
      WHERE posted_after < held_after OR held_after < 0 ORDER BY id LIMIT 1`,
  },
  {
    name: 'I4 Σ remaining of lots = posted, Σ held of lots = held',
    table: 'point_account',
    sql: `SELECT a.id, CONCAT(a.posted, ' and ', a.held, ', its lots have ', COALESCE(SUM(l.remaining), 0), ' and ',
        COALESCE(SUM(l.held), 0)) AS what
      FROM point_account a LEFT JOIN point_lot l ON l.account_id = a.id WHERE a.ledger = 'PT'
      GROUP BY a.id, a.posted, a.held
      HAVING COALESCE(SUM(l.remaining), 0) <> a.posted OR COALESCE(SUM(l.held), 0) <> a.held ORDER BY a.id LIMIT 1`,
  },
  {
    name: 'I9 owed = Σ not taken back yet − Σ netted from later awards',
    table: 'point_account',
    sql: `SELECT a.id, CONCAT('owes ', a.owed, ', its transfers say ', -COALESCE(d.owed, 0)) AS what
      FROM point_account a LEFT JOIN (SELECT id, SUM(amount) AS owed FROM (${net('issue', 'debt')}) of GROUP BY id) d
        ON d.id = a.person_id AND a.ledger = 'PT'
      WHERE a.owed <> -COALESCE(d.owed, 0) ORDER BY a.id LIMIT 1`,
  },
  {
    name: 'I16 Σ issued − taken back − captured − expired = Σ posted',
    table: 'point_account',
    sql: `SELECT a.ledger AS id, CONCAT(a.posted, ' are posted, transfers come to ', COALESCE(t.amount, 0)) AS what
      FROM (SELECT ledger, SUM(posted) AS posted FROM point_account GROUP BY ledger) a LEFT JOIN
        (SELECT ledger, SUM(IF(credit_kind = 'person', amount, 0) - IF(debit_kind = 'person', amount, 0)) AS amount
         FROM point_transfer GROUP BY ledger) t ON t.ledger = a.ledger
      WHERE a.posted <> COALESCE(t.amount, 0) ORDER BY a.ledger LIMIT 1`,
  },
];

const LOTS: readonly Equation[] = [
  {
    name: 'I4 a lot is what one transfer brought to its person',
    table: 'point_lot',
    sql: `SELECT l.id, CONCAT('of transfer ', l.source_transfer_id) AS what FROM point_lot l
        LEFT JOIN point_transfer t ON t.id = l.source_transfer_id LEFT JOIN point_account a ON a.id = l.account_id
      WHERE t.id IS NULL OR a.id IS NULL OR t.amount <> l.amount OR t.ledger <> 'PT' OR t.debit_kind <> 'issue'
        OR t.credit_kind <> 'person' OR t.credit_id <> a.person_id OR a.ledger <> 'PT' ORDER BY l.id LIMIT 1`,
  },
  {
    name: 'I4 what came to a person is a lot',
    table: 'point_transfer',
    sql: `SELECT t.id, 'brought no lot' AS what FROM point_transfer t LEFT JOIN point_lot l ON l.source_transfer_id = t.id
      WHERE t.ledger = 'PT' AND t.debit_kind = 'issue' AND t.credit_kind = 'person' AND l.id IS NULL ORDER BY t.id LIMIT 1`,
  },
  {
    name: 'I4 amount − Σ spent of a lot = remaining',
    table: 'point_lot',
    sql: `SELECT l.id, CONCAT(l.amount, ' − ', COALESCE(SUM(s.quantity), 0), ' is not ', l.remaining) AS what
      FROM point_lot l LEFT JOIN point_spent_lot s ON s.lot_id = l.id GROUP BY l.id, l.amount, l.remaining
      HAVING l.amount - COALESCE(SUM(s.quantity), 0) <> l.remaining ORDER BY l.id LIMIT 1`,
  },
  {
    name: 'I4 held of a lot = Σ of it in reserved holds',
    table: 'point_lot',
    sql: `SELECT l.id, CONCAT(l.held, ', holds have ', COALESCE(r.quantity, 0)) AS what FROM point_lot l LEFT JOIN
        (SELECT p.lot_id, SUM(p.quantity) AS quantity FROM point_hold h JOIN point_hold_lot p ON p.hold_id = h.id
         WHERE h.state = 'reserved' GROUP BY p.lot_id) r ON r.lot_id = l.id
      WHERE l.held <> COALESCE(r.quantity, 0) ORDER BY l.id LIMIT 1`,
  },
  {
    name: 'I4 Σ spent of lots by a transfer = its amount, below zero where it brings back',
    table: 'point_transfer',
    sql: `SELECT t.id, CONCAT(t.amount, ', of lots ', COALESCE(SUM(s.quantity), 0)) AS what
      FROM point_transfer t LEFT JOIN point_spent_lot s ON s.transfer_id = t.id
      WHERE t.ledger = 'PT' AND t.debit_kind IN ('person', 'merchant') GROUP BY t.id, t.amount, t.debit_kind
      HAVING COALESCE(SUM(s.quantity), 0) <> IF(t.debit_kind = 'person', t.amount, -t.amount) ORDER BY t.id LIMIT 1`,
  },
  {
    name: 'I4 what is spent is of the person’s own lots',
    table: 'point_spent_lot',
    sql: `SELECT s.id, CONCAT('lot ', s.lot_id, ', transfer ', s.transfer_id) AS what FROM point_spent_lot s
        LEFT JOIN point_lot l ON l.id = s.lot_id LEFT JOIN point_account a ON a.id = l.account_id
        LEFT JOIN point_transfer t ON t.id = s.transfer_id
      WHERE a.id IS NULL OR t.id IS NULL OR t.ledger <> 'PT'
        OR NOT (a.person_id <=> CASE WHEN t.debit_kind = 'person' THEN t.debit_id WHEN t.debit_kind = 'merchant' THEN t.credit_id END)
      ORDER BY s.id LIMIT 1`,
  },
];

/** The events of a hold in the alphabet's order, by its state. */
const EVENTS = `CASE h.state WHEN 'reserved' THEN 'reserved' WHEN 'captured' THEN 'captured,reserved'
  WHEN 'released' THEN 'released,reserved' WHEN 'expired' THEN 'expired,reserved'
  WHEN 'uncaptured' THEN 'captured,reserved,uncaptured' ELSE '?' END`;

const HOLDS: readonly Equation[] = [
  {
    name: 'I4 Σ of lots of a hold = its points',
    table: 'point_hold',
    sql: `SELECT h.id, CONCAT(h.points, ', of lots ', COALESCE(SUM(p.quantity), 0)) AS what
      FROM point_hold h LEFT JOIN point_hold_lot p ON p.hold_id = h.id GROUP BY h.id, h.points
      HAVING COALESCE(SUM(p.quantity), 0) <> h.points ORDER BY h.id LIMIT 1`,
  },
  {
    name: 'I7 a hold is in the state that its events led to, and ended once',
    table: 'point_hold',
    sql: `SELECT h.id, CONCAT(h.state, ' after ', COALESCE(GROUP_CONCAT(e.state ORDER BY e.id), 'nothing')) AS what
      FROM point_hold h LEFT JOIN point_hold_event e ON e.hold_id = h.id
      GROUP BY h.id, h.state, h.points, h.account_id, h.captured_at
      HAVING COALESCE(GROUP_CONCAT(e.state ORDER BY e.state), '') <> ${EVENTS} OR MIN(e.points) <> h.points
        OR MAX(e.points) <> h.points OR MIN(e.account_id) <> h.account_id OR MAX(e.account_id) <> h.account_id
        OR NOT (MAX(IF(e.state = 'captured', e.at, NULL)) <=> h.captured_at)
      ORDER BY h.id LIMIT 1`,
  },
  {
    name: 'I7 captured before its end',
    table: 'point_hold',
    sql: `SELECT h.id, CONCAT('captured ', h.captured_at, ', ended ', h.expires_at) AS what FROM point_hold h
      WHERE h.captured_at >= h.expires_at OR h.expires_at <= h.made_at ORDER BY h.id LIMIT 1`,
  },
  {
    name: 'I7 a capture, and what gives it back, moves the hold’s points',
    table: 'point_hold_event',
    sql: `SELECT e.id, CONCAT(e.points, ', the journal moves ', COALESCE(t.amount, 0)) AS what FROM point_hold_event e
        LEFT JOIN point_journal j ON j.id = e.journal_id LEFT JOIN point_transfer t ON t.journal_id = j.id
      WHERE (e.state IN ('captured', 'uncaptured')) <> (e.journal_id IS NOT NULL) OR (e.journal_id IS NOT NULL AND
        (j.id IS NULL OR j.cause_id <> e.hold_id OR j.kind <> IF(e.state = 'captured', 'capture', 'uncapture')
          OR COALESCE(t.amount, 0) <> e.points)) ORDER BY e.id LIMIT 1`,
  },
  {
    name: 'I7 what was captured or given back was held',
    table: 'point_journal',
    sql: `SELECT j.id, CONCAT(j.kind, ' of ', j.cause_id) AS what FROM point_journal j LEFT JOIN point_hold_event e
        ON e.hold_id = j.cause_id AND e.state = IF(j.kind = 'capture', 'captured', 'uncaptured')
      WHERE j.kind IN ('capture', 'uncapture') AND NOT (e.journal_id <=> j.id) ORDER BY j.id LIMIT 1`,
  },
];

export const EQUATIONS: readonly Equation[] = [...TRANSFERS, ...ACCOUNTS, ...LOTS, ...HOLDS];
