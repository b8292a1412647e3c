// Asks about ports on this machine: which one is free, whether one is taken, and whether a database answers there.
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A loopback port that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The code of what stands in the way of listening there (EADDRINUSE, EACCES …), or an empty string. */
export function obstacle(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code ?? 'unknown'));
    probe.listen({ port, host }, () => probe.close(() => resolve('')));
  });
}

/** True once a MariaDB or MySQL sends its greeting, which it does only when it takes connections. */
export async function greets(port, patience) {
  for (const since = Date.now(); ; await pause(50)) {
    if (await greeting(port)) return true;
    if (Date.now() - since >= patience) return false;
  }
}

function greeting(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    // Byte 4 is the protocol version, 10 for both; an error packet has 255 there.
    socket.on('data', (packet) => end(packet[4] === 10));
  });
}
