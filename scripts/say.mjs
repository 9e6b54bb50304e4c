const began = performance.now();

// A terminal that went away must not keep us from stopping what we started.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/**
 * One line of progress, with the seconds since the start.
 * @param {string} line
 */
export function say(line) {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds}s  ${line}`);
}
