import { isIP, isIPv4 } from "node:net";

/** What an address is counted as: itself, or the /64 that one IPv6 customer has to itself. Null for no address. */
export function networkOf(text: string): string | null {
  const address = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/%.*$/, "");
  const withoutPort = /^[\d.]+:\d+$/.test(address) ? address.split(":", 1)[0]! : address;
  if (isIPv4(withoutPort)) return withoutPort;
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped)
    return [groups[6]!, groups[7]!].flatMap((group) => [group >> 8, group & 255]).join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight numbers of an IPv6 address. URL writes every spelling in one way, without dots. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const parse = (part: string) =>
    part === "" ? [] : part.split(":").map((hex) => Number.parseInt(hex, 16));
  if (tail === undefined) return parse(head);
  const [left, right] = [parse(head), parse(tail)];
  return [...left, ...Array(8 - left.length - right.length).fill(0), ...right];
}
