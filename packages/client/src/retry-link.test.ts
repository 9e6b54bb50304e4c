import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createClient } from "./create-client";

// Time stands still: what waits for a pause to pass would wait for ever.
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** A client of a server that is always away; `answered` is told of each answer. */
function awayClient(answered: (sent: number) => void) {
  let sent = 0;
  const client = createClient({
    url: "http://slacky.test",
    fetch: async () => {
      sent++;
      queueMicrotask(() => answered(sent));
      return new Response("Busy", { status: 503, headers: { "retry-after": "5" } });
    },
  });
  return { client, sent: () => sent };
}

test("a caller who gives up while it waits is answered at once", async () => {
  const gone = new AbortController();
  const { client, sent } = awayClient(() => {});
  const call = client.auth.me.query(undefined, { signal: gone.signal });
  const failure = expect(call).rejects.toMatchObject({ code: "ABORTED" });
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  gone.abort();
  await failure;
  expect(sent()).toBe(1);
});

test("a caller who gives up before there is an answer is not waited for", async () => {
  const gone = new AbortController();
  const { client, sent } = awayClient(() => gone.abort());
  const call = client.auth.me.query(undefined, { signal: gone.signal });
  await expect(call).rejects.toMatchObject({ code: "ABORTED" });
  expect(sent()).toBe(1);
});
