import { cookieName } from "../cookie-name";
import { instanceId } from "../instance-id";

/** Every cookie under this instance's own name. */
export function cookies(secret: string, secure: boolean) {
  const instance = instanceId(secret);
  const prefix = secure ? "__Host-" : "";
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    sessionToken: { name: cookieName(instance, { secure }), options },
    csrfToken: { name: `${prefix}slacky-csrf-${instance}`, options },
    callbackUrl: { name: `${prefix}slacky-callback-${instance}`, options },
  };
}
