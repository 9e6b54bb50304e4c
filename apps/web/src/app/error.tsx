"use client";

import { Broken, type BrokenProps } from "~/features/dead-end/broken";

export default function ErrorPage(props: BrokenProps) {
  return (
    <main>
      <Broken {...props} />
    </main>
  );
}
