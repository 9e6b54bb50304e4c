"use client";

import { type ReactNode, Suspense, useState } from "react";

/** Holds a `lazy` dialog: absent until it is opened, and from then on there to close with grace. */
export function OnceOpened({ open, children }: { open: boolean; children: ReactNode }) {
  const [used, setUsed] = useState(open);
  if (open && !used) setUsed(true);
  return <Suspense>{used && children}</Suspense>;
}
