// Stops the throw-away database that jest-database.mjs started, if it did.
export default async function finish() {
  await globalThis.sevengridDatabase?.stop();
}
