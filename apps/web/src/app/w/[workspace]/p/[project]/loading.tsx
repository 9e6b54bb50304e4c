import { BoardSkeleton } from "~/features/board/board-skeleton";

export default function Loading() {
  return <BoardSkeleton />;
}
