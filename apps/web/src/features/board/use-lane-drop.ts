import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { type RefObject, useEffect, useState } from "react";

import { useBoardContext } from "./board-context";
import { draggedCard, laneUnder } from "./drag-data";
import { mayEnter } from "./may-enter";

/** Makes a lane take cards. Answers whether one is held over it beside all of its cards. */
export function useLaneDrop(
  lane: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  state: string,
): boolean {
  const { project } = useBoardContext();
  const [over, setOver] = useState(false);

  useEffect(() => {
    if (!lane.current || !scroller.current) return;
    const leave = () => setOver(false);
    return combine(
      dropTargetForElements({
        element: lane.current,
        canDrop: ({ source }) => {
          const card = draggedCard.in(source.data);
          return card !== null && mayEnter(project, card.state, state);
        },
        getData: () => laneUnder.of(state),
        onDrag: ({ self, location }) =>
          setOver(location.current.dropTargets[0]?.element === self.element),
        onDragLeave: leave,
        onDrop: leave,
      }),
      autoScrollForElements({ element: scroller.current }),
    );
  }, [lane, scroller, project, state]);

  return over;
}
