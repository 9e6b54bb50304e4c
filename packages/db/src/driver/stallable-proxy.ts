import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A TCP proxy whose connections can be made to carry nothing any more, without being closed. */
export async function stallableProxy(target: string) {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  let stalling = false;

  const server = createServer((near) => {
    const far = connect(Number(to.port || 5432), to.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => other.destroy());
      socket.on("data", (bytes) => other.write(bytes));
      if (stalling) socket.pause();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.toString(),
    /** Freezes the connections there are. */
    stall: () => {
      for (const socket of sockets) socket.pause();
    },
    /** Whether connections made from now on are frozen from the start. */
    stallNew: (stall: boolean) => {
      stalling = stall;
    },
    resume: () => {
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
