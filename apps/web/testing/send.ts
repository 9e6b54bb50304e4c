import { type IncomingHttpHeaders, request } from "node:http";

import type { Door } from "./start-door";

type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer | string[];
  /** The address to send from, of those that this machine has. */
  from?: string;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; json: unknown };

/** A request as bare as it is written: no header is added but the host. An array body goes chunked. */
export async function send(door: Door, path: string, sent: Sent = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body, from } = sent;
  const chunks = body === undefined ? [] : Array.isArray(body) ? body : [Buffer.from(body)];
  const length =
    Array.isArray(body) || body === undefined ? {} : { "content-length": `${chunks[0]!.length}` };
  return new Promise((resolve, reject) => {
    const req = request(
      {
        host: "127.0.0.1",
        port: door.port,
        path,
        method,
        headers: { host: `localhost:${door.port}`, ...length, ...headers },
        agent: false,
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        res.once("error", reject);
        res.once("end", () =>
          resolve({ status: res.statusCode!, headers: res.headers, text, json: parsed(text) }),
        );
      },
    );
    req.once("error", reject);
    for (const chunk of chunks) req.write(chunk);
    req.end();
  });
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const json = { "content-type": "application/json" };

/** A call of the API, as a program makes it. */
export const call = (
  door: Door,
  procedure: string,
  input?: unknown,
  headers: Record<string, string> = {},
) =>
  send(door, `/api/trpc/${procedure}`, {
    method: "POST",
    headers: { ...json, ...headers },
    body: JSON.stringify(input ?? {}),
  });

export const ask = (door: Door, procedure: string, headers: Record<string, string> = {}) =>
  send(door, `/api/trpc/${procedure}`, { headers });

/** The `data` of an answer that went well. */
export function dataOf<T>({ status, json, text }: Answer): T {
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return (json as { result: { data: T } }).result.data;
}

/** The code of tRPC's error, or the message of the edge's. */
export function errorOf({ json }: Answer): string | undefined {
  const { error } = json as { error?: { message: string; data?: { code: string } } };
  return error?.data?.code ?? error?.message;
}
