"use client";

import { Broken, type BrokenProps } from "~/features/dead-end/broken";

export default function ErrorInWorkspace(props: BrokenProps) {
  return <Broken {...props} />;
}
