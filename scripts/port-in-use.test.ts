import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { ensurePortIsFree } from "./port-in-use";
import { readSettings } from "./settings.mjs";

test("a taken port is refused with the program that holds it, a free one is not", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as AddressInfo;
  const settings = readSettings({ PORT: `${port}` }, "/");
  await expect(ensurePortIsFree(settings)).rejects.toThrow(
    new RegExp(`Port ${port} is taken by .*process ${process.pid}`),
  );
  holder.close();
  await once(holder, "close");
  await ensurePortIsFree(settings);
});

test("an address of another machine cannot be listened on", async () => {
  const settings = readSettings({ HOST: "192.0.2.1" }, "/");
  await expect(ensurePortIsFree(settings)).rejects.toThrow(/no address of this machine/);
});
