"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";

import { useCurrentWorkspace } from "./current-workspace";

/** Text that is being written, and the version of the ticket that it set out from. */
export type Draft = { text: string; version: number };

const listeners = new Set<() => void>();
// Where storage is full or switched off, a draft still outlives its form.
const memory = new Map<string, string | null>();

/** A draft that outlives the page: kept in this browser, for this person, until it is set to null. */
export function useDraft(name: string): [Draft | null, (draft: Draft | null) => void] {
  const { user } = useCurrentWorkspace();
  const key = keyOf(user.id, name);
  const stored = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const draft = useMemo(() => parse(stored), [stored]);
  const set = useCallback((next: Draft | null) => write(key, next && JSON.stringify(next)), [key]);
  return [draft, set];
}

/** Puts drafts away that are written elsewhere on the page. */
export function useForgetDraft(): (name: string) => void {
  const { user } = useCurrentWorkspace();
  return (name) => write(keyOf(user.id, name), null);
}

const keyOf = (userId: string, name: string) => `slacky:draft:${userId}:${name}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  memory.set(key, text);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // The copy in memory has it.
  }
  for (const listener of listeners) listener();
}

function parse(stored: string | null): Draft | null {
  if (stored === null) return null;
  try {
    const { text, version } = JSON.parse(stored);
    return typeof text === "string" && typeof version === "number" ? { text, version } : null;
  } catch {
    return null;
  }
}
