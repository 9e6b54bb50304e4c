import type { HeaderReader } from "../edge/request-id";
import { networkOf } from "./network-of";
import { socketAddressHeader } from "./socket-address";

/**
 * Where a request comes from, as the limits count it. Proxies append to X-Forwarded-For, so with
 * `hops` of ours in front the client stands at that place from the right, and with none at no place:
 * the rest anybody can write.
 */
export function clientAddress(headers: HeaderReader, hops: number): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",");
  const forwarded = networkOf(chain[chain.length - hops] ?? "");
  return forwarded ?? networkOf(headers.get(socketAddressHeader()) ?? "") ?? "unknown";
}
