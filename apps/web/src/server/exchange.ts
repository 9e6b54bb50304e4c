import type { IncomingMessage, ServerResponse } from "node:http";
import type { HeaderReader } from "@slacky/api/edge";

/** One request on its way through the server. */
export type Exchange = {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  headers: HeaderReader;
  requestId: string;
};
