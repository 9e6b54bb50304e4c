export { getClaims } from "./next/get-claims";
export { type AuthRoute, nextAuthRoute } from "./next/next-auth-route";
