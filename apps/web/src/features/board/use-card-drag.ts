import {
  draggable,
  dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import type { Edge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/types";
import { type RefObject, useEffect, useState } from "react";

import { useBoardContext } from "./board-context";
import type { Card } from "./board-state";
import { cardUnder, draggedCard, vertical } from "./drag-data";
import { showDragPreview } from "./drag-preview";
import { mayEnter } from "./may-enter";

/** Makes a card something to lift, and something to let another go beside. */
export function useCardDrag(element: RefObject<HTMLElement | null>, card: Card) {
  const { project, locked } = useBoardContext();
  const [lifted, setLifted] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);

  useEffect(() => {
    if (!element.current || locked !== null) return;
    const leave = () => setEdge(null);
    return combine(
      draggable({
        element: element.current,
        getInitialData: () => draggedCard.of(card),
        onGenerateDragPreview: showDragPreview,
        onDragStart: () => setLifted(true),
        onDrop: () => setLifted(false),
      }),
      dropTargetForElements({
        element: element.current,
        canDrop: ({ source }) => {
          const other = draggedCard.in(source.data);
          return other !== null && mayEnter(project, other.state, card.state);
        },
        getData: ({ input, element: over }) =>
          attachClosestEdge(cardUnder.of(card.id), {
            input,
            element: over,
            allowedEdges: vertical,
          }),
        onDrag: ({ self, source }) =>
          setEdge(
            draggedCard.in(source.data)?.id === card.id ? null : extractClosestEdge(self.data),
          ),
        onDragLeave: leave,
        onDrop: leave,
      }),
    );
  }, [element, card, project, locked]);

  return { lifted, edge };
}
