import { setImmediate } from "node:timers/promises";

/** What reached the process uncaught since `watchUncaught`, once all that is due has run. */
export function watchUncaught() {
  const seen: unknown[] = [];
  const note = (error: unknown) => void seen.push(error);
  process.on("uncaughtException", note).on("unhandledRejection", note);
  return async () => {
    for (let turn = 0; turn < 3; turn++) await setImmediate();
    process.off("uncaughtException", note).off("unhandledRejection", note);
    return seen;
  };
}
