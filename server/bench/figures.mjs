// Figures of a run: medians of rounds, ratios taken round by round, and the aims they are held against.

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The value that a share of all numbers does not pass. */
export const quantile = (numbers, share) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};

/** Of each round the one over the other, and the median of those: what slows the machine down slows both. */
export const ratio = (over, under) => median(over.map((value, i) => value / under[i]));

const mib = (bytes) => `${(bytes / 1_048_576).toFixed(0)} MB`;
const times = (value) => `${value.toFixed(2)}x`;

/** Lines of equal columns; the first of each row to the left, all others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
}

const heads = [
  '',
  'ours req/s',
  'bare req/s',
  'ours CPU ms',
  'bare CPU ms',
  'ratio',
  'statements',
  'bytes',
  'p50 ms',
  'p95 ms',
];

/** One row for each case of a world. */
export function caseRows(cases, { measured, statements }) {
  const rows = cases.map(({ name, title }) => {
    const { ours, bare } = measured[name];
    const of = (program, field) => median(program.map((round) => round[field]));
    return [
      title,
      of(ours, 'rate').toFixed(0),
      of(bare, 'rate').toFixed(0),
      of(ours, 'cpu').toFixed(2),
      of(bare, 'cpu').toFixed(2),
      times(cpuRatio(measured, name)),
      String(statements[name]),
      of(ours, 'bytes').toFixed(0),
      of(ours, 'p50').toFixed(1),
      of(ours, 'p95').toFixed(1),
    ];
  });
  return [heads, ...rows];
}

export const cpuRatio = (measured, name) =>
  ratio(
    measured[name].ours.map(({ cpu }) => cpu),
    measured[name].bare.map(({ cpu }) => cpu),
  );

const aims = { read: 2, queue: 2, file: 2.5, accept: 2.5, mine: 2, hot: 2, spread: 2, award: 2 };
/** From the call to its answer, the middle one. */
const longestAward = 300;
const slowestQueue = 1.3;
const mostMemory = 250 * 1_048_576;
const longestStart = 2000;
/** After the warm-up, memory may swing with the collector, and not grow. */
const mostGrowth = 1.15;

const verdict = (sentence, value, aim, shown) => ({
  sentence: `${sentence}: ${shown(value)}, aim ${shown(aim)}`,
  met: value <= aim,
});

/** Every aim with what was seen, over all worlds, the smallest first. */
export function verdicts(cases, worlds) {
  const cpu = worlds.flatMap(({ size, measured }) =>
    cases.map(({ name, title }) =>
      verdict(`${title}, CPU at ${size} tickets`, cpuRatio(measured, name), aims[name], times),
    ),
  );
  const p95 = ({ measured }) => measured.queue.ours.map((round) => round.p95);
  const [least, most] = [worlds[0], worlds.at(-1)];
  const queue =
    least === most
      ? []
      : [
          verdict(
            `queue page, p95 at ${most.size} over ${least.size} tickets`,
            ratio(p95(most), p95(least)),
            slowestQueue,
            times,
          ),
        ];
  const memory = worlds.flatMap(({ size, peak, memory: seen }) => [
    verdict(`memory at ${size} tickets, highest`, peak, mostMemory, mib),
    verdict(`memory at ${size} tickets, last third of the rounds over the second`, growth(seen), mostGrowth, times),
  ]);
  const awards = worlds.map(({ size, measured }) =>
    verdict(
      `award of 200 people at ${size} tickets`,
      median(measured.award.ours.map(({ p50 }) => p50)),
      longestAward,
      (ms) => `${ms.toFixed(0)} ms`,
    ),
  );
  const starts = worlds.map(({ size, coldStarts }) =>
    verdict(
      `start to ready at ${size} tickets, best of ${coldStarts.length}`,
      Math.min(...coldStarts),
      longestStart,
      (ms) => `${(ms / 1000).toFixed(2)} s`,
    ),
  );
  return [...cpu, ...queue, ...awards, ...memory, ...starts];
}

function growth(seen) {
  const third = Math.max(1, Math.floor(seen.length / 3));
  return median(seen.slice(-third)) / median(seen.slice(-2 * third, -third));
}
