"use client";

import { useSyncExternalStore } from "react";

const MINUTE = 60_000;

/** The present, to the minute; whatever shows it follows. */
export function useNow(): Date {
  const minute = useSyncExternalStore(everyMinute, thisMinute, thisMinute);
  return new Date((minute + 1) * MINUTE - 1);
}

const thisMinute = () => Math.floor(Date.now() / MINUTE);

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE);
  return () => clearInterval(timer);
}

/** The reader's time zone; while a page comes alive, the one the server wrote it in. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}

const never = () => () => {};
