import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { failureOf } from "./failure";

/** One cache a tab. `onSignedOut` is told when the server no longer knows who asks. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (failureOf(error).code === "UNAUTHORIZED") onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal stays a refusal; only what may pass by itself is worth a second try.
        retry: (count, error) =>
          count < 2 && ["OFFLINE", "SERVICE_UNAVAILABLE"].includes(failureOf(error).code),
      },
    },
  });
}
