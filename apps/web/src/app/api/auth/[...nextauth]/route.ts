import { refuseSignIn } from "@slacky/api/edge";
import { clientAddress, takesOfCall } from "@slacky/api/limits";
import { runtime } from "@slacky/api/runtime";
import { type AuthRoute, nextAuthRoute } from "@slacky/auth/next";

import { asRoute } from "~/server/as-route";
import { log } from "~/server/log";
import { refuseResponse } from "~/server/refuse-response";

let route: AuthRoute | undefined;

function nextAuth(...args: Parameters<AuthRoute>): Promise<Response> {
  // Not at import: a build loads this file without settings.
  const { env, db, limiter } = runtime();
  route ??= nextAuthRoute({
    db,
    secret: env.AUTH_SECRET,
    appUrl: env.APP_URL,
    // Counted as the API's own way in, so that neither is a way around the other.
    secondsToWait: async ({ headers }, email) => {
      const address = clientAddress(headers, env.TRUSTED_PROXY_HOPS);
      return limiter.take(
        takesOfCall({ path: "auth.token", userId: undefined, address, input: { email } }),
      );
    },
    log: (level, event, err) => log[level]({ event, err }, "next-auth"),
  });
  return route(...args);
}

const answer: AuthRoute = (request, context) =>
  asRoute(request, async () => {
    const { method, headers } = request;
    const path = (await context.params).nextauth.join("/");
    const refusal = refuseSignIn({ method, path, headers }, runtime().env.APP_URL);
    if (refusal) return refuseResponse(refusal);
    return nextAuth(request, context).catch((error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error;
      return refuseResponse({ status: 400, message: "The body is not JSON" });
    });
  });

export { answer as GET, answer as POST };
