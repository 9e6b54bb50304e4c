import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a TCP server that a test can count the users of, cut, and mend. */
export async function cuttableLine(target: URL) {
  const sockets = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    if (cut) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one
        .on("error", () => {})
        .on("close", () => {
          sockets.delete(one);
          other.destroy();
        });
    }
    return near.pipe(far).pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    /** Connections open right now. */
    count: () => sockets.size / 2,
    /** The address of the target, by way of this line. */
    through(url: string): string {
      const changed = new URL(url);
      changed.port = `${port}`;
      return changed.toString();
    },
    cut() {
      cut = true;
      hangUp();
    },
    mend() {
      cut = false;
    },
    async close() {
      server.close();
      hangUp();
      await once(server, "close");
    },
  };
}
