const controller = new AbortController();

/** Aborts when this process is told to end; the reason is the signal. */
export const stopping = controller.signal;

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => controller.abort(signal));
}

// A killed npm tells nobody, and the person who killed it means all of it to end.
if (process.env.npm_lifecycle_event) {
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && controller.abort("npm ended"), 500).unref();
}
