"use client";

import { lazy, Suspense, useEffect, useState } from "react";

import { type TooltipIntent, watchTooltips } from "./watch-tooltips";

const TooltipPopup = lazy(() =>
  import("./tooltip-popup").then((module) => ({ default: module.TooltipPopup })),
);

/** Shows the tooltip of whatever is pointed at or focused. Mounted once; it loads what it needs then. */
export function TooltipLayer() {
  const [tip, setTip] = useState<TooltipIntent | null>(null);
  useEffect(() => watchTooltips(setTip), []);
  return (
    <Suspense>
      {tip && <TooltipPopup anchor={tip.anchor} atOnce={tip.atOnce} onClose={() => setTip(null)} />}
    </Suspense>
  );
}
