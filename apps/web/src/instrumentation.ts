/** Under `next start` there is no server of ours to note where a request came from. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next puts its value in while it builds.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteEveryAddress } = await import("./server/note-every-address");
  noteEveryAddress();
}
