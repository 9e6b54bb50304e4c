import { LoaderCircle } from "lucide-react";

/** Waits out the first 400 ms unseen: most answers arrive before that. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-4 animate-spinner" strokeWidth={1.75} />;
}
