import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** `wanted` when nothing listens there on the loopback address, else any free port. */
export async function freePort(wanted = 0): Promise<number> {
  const probe = createServer();
  try {
    probe.listen({ port: wanted, host: "127.0.0.1", exclusive: true });
    await once(probe, "listening");
    return (probe.address() as AddressInfo).port;
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort();
  } finally {
    probe.close();
  }
}
