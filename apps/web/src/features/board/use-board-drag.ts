import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import type { DragLocation } from "@atlaskit/pragmatic-drag-and-drop/types";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

import type { Card } from "./board-state";
import { cardUnder, draggedCard, laneUnder } from "./drag-data";

export type DropPlace = { state: string; over?: { ticketId: string; edge: "top" | "bottom" } };

/** The card that is in the air, and what to do when it lands in a place that takes it. */
export function useBoardDrag(
  scroller: RefObject<HTMLElement | null>,
  onLand: (card: Card, place: DropPlace) => void,
): Card | null {
  const [dragged, setDragged] = useState<Card | null>(null);
  const land = useEffectEvent(onLand);

  useEffect(() => {
    const stopMonitor = monitorForElements({
      canMonitor: ({ source }) => draggedCard.in(source.data) !== null,
      onDragStart: ({ source }) => setDragged(draggedCard.in(source.data)),
      onDrop: ({ source, location }) => {
        setDragged(null);
        const card = draggedCard.in(source.data);
        const place = placeOf(location.current);
        if (card && place) land(card, place);
      },
    });
    return scroller.current
      ? combine(stopMonitor, autoScrollForElements({ element: scroller.current }))
      : stopMonitor;
  }, [scroller]);

  return dragged;
}

function placeOf({ dropTargets }: DragLocation): DropPlace | null {
  const lane = dropTargets.find(({ data }) => laneUnder.in(data) !== null);
  const card = dropTargets.find(({ data }) => cardUnder.in(data) !== null);
  if (!lane) return null;
  const state = laneUnder.in(lane.data)!; // Found by it.
  if (!card) return { state };
  const edge = extractClosestEdge(card.data) === "top" ? "top" : "bottom";
  return { state, over: { ticketId: cardUnder.in(card.data)!, edge } }; // Found by it.
}
