import type { Edge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/types";

import type { Card } from "./board-state";

const dragged = Symbol("dragged card");
const under = Symbol("card under the pointer");
const lane = Symbol("lane under the pointer");

type Data = Record<string | symbol, unknown>;

/** What a drag carries and what it passes over, typed on both ends. */
export const draggedCard = {
  of: (card: Card): Data => ({ [dragged]: card }),
  in: (data: Data): Card | null => (data[dragged] as Card | undefined) ?? null,
};

export const cardUnder = {
  of: (ticketId: string): Data => ({ [under]: ticketId }),
  in: (data: Data): string | null => (data[under] as string | undefined) ?? null,
};

export const laneUnder = {
  of: (state: string): Data => ({ [lane]: state }),
  in: (data: Data): string | null => (data[lane] as string | undefined) ?? null,
};

export const vertical: Edge[] = ["top", "bottom"];
