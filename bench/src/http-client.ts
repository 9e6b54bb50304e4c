import { Agent, type IncomingMessage, request } from "node:http";

export type Answer = { status: number; json: unknown };

/** So many connections to a server, kept open. */
export function openConnections(url: string, count: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const { hostname, port } = new URL(url);
  return {
    send(method: "GET" | "POST", path: string, token: string, body?: unknown): Promise<Answer> {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        ...(payload === undefined
          ? {}
          : { "content-type": "application/json", "content-length": Buffer.byteLength(payload) }),
      };
      return new Promise((resolve, reject) => {
        const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
          read(response).then(resolve, reject);
        });
        sent.once("error", reject).end(payload);
      });
    },
    close: () => agent.destroy(),
  };
}

export type Connections = ReturnType<typeof openConnections>;

async function read(response: IncomingMessage): Promise<Answer> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return { status: response.statusCode ?? 0, json: text === "" ? undefined : JSON.parse(text) };
}
