import type { ElementEventPayloadMap } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { preserveOffsetOnSource } from "@atlaskit/pragmatic-drag-and-drop/utils/preserve-offset-on-source";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview";

type Payload = ElementEventPayloadMap["onGenerateDragPreview"];

/** The picture that hangs on the pointer: the card itself, lifted and slightly turned. */
export function showDragPreview({ source, location, nativeSetDragImage }: Payload): void {
  setCustomNativeDragPreview({
    nativeSetDragImage,
    getOffset: preserveOffsetOnSource({
      element: source.element,
      input: location.current.input,
    }),
    render: ({ container }) => {
      const copy = source.element.cloneNode(true);
      if (!(copy instanceof HTMLElement)) return;
      copy.style.width = `${source.element.offsetWidth}px`;
      copy.style.listStyle = "none";
      copy.dataset.preview = "";
      container.append(copy);
    },
  });
}
