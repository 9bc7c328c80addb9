// Loopback ports.

import { createServer } from "node:net";

/** A port that was free a moment ago, for a program that can only be told a number. */
export async function freePort() {
  const server = createServer();
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
