import type { Exchange } from "./exchange";
import { log } from "./log";
import { logPath } from "./log-path";
import { countRequest } from "./metrics";

/** One line a request, when its answer has ended. Files of the build that went well are left out. */
export function logRequest({ req, res, url, requestId }: Exchange): void {
  const started = performance.now();
  res.once("close", () => {
    countRequest(url.pathname, res.statusCode, performance.now() - started);
    if (url.pathname.startsWith("/_next/") && res.statusCode < 400) return;
    log.info({
      requestId,
      method: req.method,
      path: logPath(url.pathname),
      status: res.statusCode,
      ms: Math.round(performance.now() - started),
      ...(res.writableFinished ? {} : { aborted: true }),
    });
  });
}
