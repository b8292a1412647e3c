// Loaded before a measured program: tells whoever started it what the process has used so far.
import process from 'node:process';

process.on('message', (word) => {
  if (word !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send({
    // Microseconds of all its threads.
    cpu: user + system,
    rss: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
  });
});
// It must end when it would without us.
process.channel?.unref();
