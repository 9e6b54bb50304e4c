export type SignInOutcome = "ok" | "wrong" | "too_many" | "unavailable";

/** Asks for a session cookie. Never throws: no answer and an odd answer are "unavailable". */
export async function openBrowserSession(email: string, password: string): Promise<SignInOutcome> {
  try {
    const { signIn } = await import("next-auth/react");
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok && !result.error) return "ok";
    if (result?.status === 401) return "wrong";
    return result?.status === 429 ? "too_many" : "unavailable";
  } catch {
    return "unavailable";
  }
}
