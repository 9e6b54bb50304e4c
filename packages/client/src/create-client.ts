import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";

import { assertAnswer } from "./foreign-answer";
import { keyLink } from "./key-link";
import { retryLink } from "./retry-link";
import type { router } from "./router";

export type ClientOptions = {
  /** Where Slacky is, as people type it: https://board.example.com */
  url: string;
  /** A bearer token, or what answers the one of now. Without one, only `auth` answers. */
  token?: string | (() => string | undefined | Promise<string | undefined>);
  fetch?: typeof fetch;
  /** Makes the key of a mutation that was given none; random when left out. */
  idempotencyKey?: () => string;
};

export type SlackyClient = TRPCClient<typeof router>;

/** The API of a running Slacky, as functions. */
export function createClient(options: ClientOptions): SlackyClient {
  const { url, token, fetch = globalThis.fetch } = options;
  const { idempotencyKey = () => crypto.randomUUID() } = options;
  return createTRPCClient<typeof router>({
    links: [
      keyLink(idempotencyKey),
      retryLink(),
      httpLink({
        url: new URL("/api/trpc", url).toString(),
        fetch: async (input, init) => assertAnswer(await fetch(input, init as RequestInit)),
        async headers({ op }) {
          const bearer = typeof token === "function" ? await token() : token;
          const key = op.context.idempotencyKey;
          return {
            ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
            ...(typeof key === "string" ? { "idempotency-key": key } : {}),
          };
        },
      }),
    ],
  });
}

/** Options of one call that send this Idempotency-Key, so that another process may repeat it. */
export const withKey = (idempotencyKey: string) => ({ context: { idempotencyKey } });
