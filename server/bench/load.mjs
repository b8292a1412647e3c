// Sends a list of requests over a few connections that are kept, and tells how long each took.
import { Agent, request } from 'node:http';
import process from 'node:process';

const within = 30_000;

function send(agent, port, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const call = request({ agent, host: '127.0.0.1', port, method, path, headers, timeout: within }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const ms = performance.now() - since;
        resolve({ ms, status: response.statusCode, text: Buffer.concat(parts).toString() });
      });
    });
    call.on('timeout', () => call.destroy(new Error('no answer in time')));
    call.on('error', reject);
    call.end(body);
  });
}

/** Answers `{ wall, ms, bytes, ids, wrong }`: times in milliseconds, ids of what was made, and the first wrong answer. */
async function run({ port, requests, connections }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const told = { wall: 0, ms: [], bytes: 0, ids: [], wrong: '' };
  let next = 0;
  const worker = async () => {
    while (next < requests.length && !told.wrong) {
      const at = next++;
      const answer = await send(agent, port, requests[at]).catch((error) => ({ status: 0, text: String(error) }));
      if (answer.status < 200 || answer.status > 299) {
        told.wrong ||= `${requests[at].method} ${requests[at].path}: ${answer.status} ${answer.text.slice(0, 300)}`;
        return;
      }
      told.ms.push(answer.ms);
      told.bytes += answer.text.length;
      if (requests[at].method !== 'GET') told.ids[at] = JSON.parse(answer.text).id;
    }
  };
  const since = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  told.wall = performance.now() - since;
  agent.destroy();
  return told;
}

process.on('message', (word) => {
  if (word !== 'usage') void run(word).then((told) => process.send(told));
});
// Whoever started us is gone when the channel closes.
process.on('disconnect', () => process.exit(0));
