import { once } from "node:events";
import { Refusal } from "./refusal.mjs";
import { restartBudget } from "./restart-budget";
import { say } from "./say.mjs";
import type { Server } from "./server";

interface Options {
  signal: AbortSignal;
  start: () => Server;
  /** Told once, when it answers for the first time. */
  ready: () => void;
  /** Told when it ended before it was ever ready; returns the sentence to refuse with. */
  explain: (how: string) => Promise<string>;
}

/** Runs a server until the signal, and starts it again when it ends by itself. */
export async function keepServing({ start, ready, explain, signal }: Options): Promise<void> {
  const mayRestart = restartBudget();
  const told = signal.aborted ? Promise.resolve() : once(signal, "abort");
  for (let wasReady = false; !signal.aborted; ) {
    const server = start();
    try {
      const failed = await Promise.race([
        server.ready.then(
          () => undefined,
          (error: Error) => error,
        ),
        told,
      ]);
      if (failed instanceof Error && !wasReady) throw new Refusal(await explain(failed.message));
      if (signal.aborted) return;
      if (!wasReady) ready();
      wasReady = true;
      const how = await Promise.race([server.ended, told]);
      if (signal.aborted) return;
      if (!mayRestart()) {
        throw new Refusal(
          `The server ${how} again and again: it is not started any more. Its log above says why.`,
        );
      }
      say(`The server ${how}; starting it again`);
    } finally {
      await server.stop();
    }
  }
}
