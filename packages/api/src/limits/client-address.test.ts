import { describe, expect, test } from "vitest";

import { clientAddress } from "./client-address";
import { networkOf } from "./network-of";
import { socketAddressHeader } from "./socket-address";

describe("an address counts as", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    [" 192.0.2.7:4711 ", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::FFFF:c000:207", "192.0.2.7"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:ffff::", "2001:db8:0:0::/64"],
    ["[2001:DB8::1]:443", "2001:db8:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["1:2:3:4:5:6:7::", "1:2:3:4::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s: %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test.each(["", "unknown", "localhost", "192.0.2", "1.2.3.4.5", "::g", "[::1", "a,b", "%", "1:2"])(
    "%j: nothing",
    (address) => {
      expect(networkOf(address)).toBeNull();
    },
  );
});

describe("a client is found", () => {
  const at = (socket: string, forwarded: string | null, hops: number) =>
    clientAddress(
      {
        get: (name) =>
          ({ [socketAddressHeader()]: socket, "x-forwarded-for": forwarded })[name] ?? null,
      },
      hops,
    );

  test("at the socket where no proxy is trusted, whatever it says of itself", () => {
    expect(at("192.0.2.1", null, 0)).toBe("192.0.2.1");
    expect(at("192.0.2.1", "198.51.100.1", 0)).toBe("192.0.2.1");
  });

  test("at its place from the right behind proxies, whatever stands further left", () => {
    expect(at("10.0.0.1", "198.51.100.1", 1)).toBe("198.51.100.1");
    expect(at("10.0.0.1", "203.0.113.9, 198.51.100.1", 1)).toBe("198.51.100.1");
    expect(at("10.0.0.1", "203.0.113.9,198.51.100.1, 10.0.0.2", 2)).toBe("198.51.100.1");
  });

  test("at the socket when the proxies did not say", () => {
    expect(at("10.0.0.1", null, 1)).toBe("10.0.0.1");
    expect(at("10.0.0.1", "198.51.100.1", 2)).toBe("10.0.0.1");
    expect(at("10.0.0.1", "198.51.100.1, nonsense", 1)).toBe("10.0.0.1");
  });

  test("in one place with all others of whom nothing is known", () => {
    expect(at("", null, 0)).toBe("unknown");
  });

  test("never by a header that somebody could have guessed", () => {
    expect(socketAddressHeader()).toMatch(/^x-slacky-socket-[0-9a-f-]{36}$/);
  });
});
