import type { Server, ServerResponse } from "node:http";

/** How long running requests may take to end before their connections are cut. */
const PATIENCE_MS = 15_000;

/**
 * Stops taking requests, lets those that run end, then closes what they used. `answering` sees
 * every response that has begun and not ended.
 */
export function stopGracefully(server: Server, closeAll: () => Promise<void>) {
  const running = new Set<ServerResponse>();
  let stopped: Promise<void> | undefined;

  server.prependListener("request", (_req, res: ServerResponse) => {
    running.add(res);
    if (stopped) res.setHeader("connection", "close");
    res.once("close", () => {
      running.delete(res);
      if (stopped) server.closeIdleConnections();
    });
  });

  async function stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const res of running) {
      // A stream of events never ends by itself; its reader comes back and goes on where it was.
      if (res.getHeader("content-type") === "text/event-stream") res.destroy();
      else if (!res.headersSent) res.setHeader("connection", "close");
    }
    server.closeIdleConnections();
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await closed;
    clearTimeout(impatience);
    await closeAll();
  }

  return {
    stopping: () => stopped !== undefined,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
