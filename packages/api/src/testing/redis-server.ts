import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { Redis } from "ioredis";

/** A Redis for one test file, which can be frozen, killed and started again empty on its port. */
export async function startRedis() {
  const port = await freePort();
  let server = await run(port);
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    freeze: () => server.kill("SIGSTOP"),
    thaw: () => server.kill("SIGCONT"),
    async kill() {
      const gone = once(server, "exit");
      if (server.exitCode === null && server.signalCode === null) {
        server.kill("SIGKILL");
        await gone;
      }
    },
    async startAgain() {
      server = await run(port);
    },
  };
}

async function run(port: number): Promise<ChildProcess> {
  const place = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", "/"];
  const server = spawn("redis-server", place, { stdio: "ignore" });
  await once(server, "spawn");
  const client = new Redis(port, "127.0.0.1", {
    maxRetriesPerRequest: null,
    retryStrategy: () => 20,
  });
  client.on("error", () => {});
  await client.ping();
  client.disconnect();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
