import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: "slacky_request_seconds",
  help: "How long requests took, by what they asked for and how they were answered.",
  labelNames: ["route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});

/** One more request that has ended. */
export function countRequest(pathname: string, status: number, ms: number): void {
  requests.observe(
    { route: routeOf(pathname), status: `${Math.floor(status / 100)}xx` },
    ms / 1000,
  );
}

/** What can be counted apart: a fixed set, whatever addresses people make up. */
function routeOf(pathname: string): string {
  const known = [
    "/api/trpc/",
    "/api/auth/",
    "/api/imports",
    "/_next/",
    "/livez",
    "/readyz",
    "/metrics",
  ];
  return known.find((prefix) => pathname.startsWith(prefix)) ?? "page";
}

/** Process and requests in the text format of Prometheus. */
export async function metrics(): Promise<Response> {
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}
