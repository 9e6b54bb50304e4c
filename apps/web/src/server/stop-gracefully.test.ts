import { once } from "node:events";
import { createServer, get, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";

import { stopGracefully } from "./stop-gracefully";

async function listening(listener: RequestListener) {
  const server = createServer(listener);
  let closed = false;
  const stopper = stopGracefully(server, async () => {
    closed = true;
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const open = async (): Promise<IncomingMessage> => {
    const [response] = await once(get({ port, host: "127.0.0.1" }), "response");
    return response;
  };
  return { ...stopper, open, closed: () => closed };
}

test("a stream of events is ended: its reader comes back by itself", async () => {
  const server = await listening((_req, res) => {
    res.setHeader("content-type", "text/event-stream");
    res.write("data: 1\n\n");
  });
  const stream = await server.open();
  stream.on("error", () => {}).resume();
  await server.stop();
  expect(server.closed()).toBe(true);
});

test("an answer that has begun is sent to its end before anything is closed", async () => {
  const ends: (() => void)[] = [];
  const server = await listening((_req, res) => {
    res.write("begun, ");
    ends.push(() => res.end("ended"));
  });
  const answer = await server.open();
  let text = "";
  answer.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  const stopped = server.stop();
  expect([server.stopping(), server.closed()]).toEqual([true, false]);
  ends[0]?.();
  await once(answer, "end");
  await stopped;
  expect([text, server.closed()]).toEqual(["begun, ended", true]);
});

test("stopping twice is stopping once", async () => {
  const server = await listening(() => {});
  expect(server.stop()).toBe(server.stop());
  await server.stop();
});
