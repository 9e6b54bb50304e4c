import { answerImport } from "~/server/answer-import";
import { asRoute } from "~/server/as-route";

export function POST(request: Request): Promise<Response> {
  return asRoute(request, (requestId) => {
    const { method, headers, body, signal } = request;
    const query = new URL(request.url).searchParams;
    return answerImport({ method, query, headers, body, signal }, requestId);
  });
}
