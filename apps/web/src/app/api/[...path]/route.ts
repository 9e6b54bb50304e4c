import { asRoute } from "~/server/as-route";
import { refuseResponse } from "~/server/refuse-response";

/** What is not a route of the API is not a page either: programs get JSON. */
function answer(request: Request): Promise<Response> {
  return asRoute(request, async () =>
    refuseResponse({ status: 404, message: "There is nothing here" }),
  );
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
