"use client";

import "./globals.css";

import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

import common from "../../messages/en/common.json";

// The root layout itself failed: no provider is left, so the words come straight from their file.
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{common.broken.title}</title>
        <EmptyState
          title={common.broken.title}
          action={
            <Button variant="primary" onClick={reset}>
              {common.tryAgain}
            </Button>
          }
        >
          {common.broken.body}
        </EmptyState>
      </body>
    </html>
  );
}
