import { call, dataOf, send } from "./send";
import type { Door } from "./start-door";

export const password = "canary-password-of-the-doors";

/** Someone new, with a bearer token. */
export async function newPerson(door: Door) {
  const email = `${crypto.randomUUID()}@example.test`;
  dataOf(await call(door, "auth.register", { name: "Ada", email, password }));
  const { token } = dataOf<{ token: string }>(await call(door, "auth.token", { email, password }));
  return { email, token, bearer: { authorization: `Bearer ${token}` } };
}

/** What next-auth answers to a sign-in form, and the cookies it left. */
export async function postSignIn(
  door: Door,
  form: { email: string; password: string },
  headers: Record<string, string> = {},
) {
  const csrf = await send(door, "/api/auth/csrf");
  const { csrfToken } = csrf.json as { csrfToken: string };
  const before = cookiesOf(csrf.headers["set-cookie"]);
  const answer = await send(door, "/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: before, ...headers },
    body: new URLSearchParams({ ...form, csrfToken, json: "true" }).toString(),
  });
  const cookie = [before, cookiesOf(answer.headers["set-cookie"])].filter(Boolean).join("; ");
  return { answer, cookie, csrfToken };
}

const cookiesOf = (lines: string[] = []) => lines.map((line) => line.split(";", 1)[0]).join("; ");
