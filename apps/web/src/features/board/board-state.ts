import type { RouterOutputs } from "@slacky/api";

export type Board = RouterOutputs["tickets"]["board"];
export type Lane = Board["columns"][number];
export type Card = Lane["items"][number];

/** Where a card shall go: next to another, or without a neighbour to the end of the lane. */
export type Move = { ticketId: string; to?: string; afterId?: string; beforeId?: string };

export function laneOf(board: Board, ticketId: string): Lane | undefined {
  return board.columns.find((lane) => lane.items.some((card) => card.id === ticketId));
}

export function findCard(board: Board, ticketId: string): Card | undefined {
  return laneOf(board, ticketId)?.items.find((card) => card.id === ticketId);
}

/** The board with a card in its new place; the same board when that is where it is already. */
export function applyMove(board: Board, move: Move): Board {
  const source = laneOf(board, move.ticketId);
  const target = board.columns.find((lane) => lane.state === (move.to ?? source?.state));
  if (!source || !target) return board;
  const from = indexOf(source.items, move.ticketId);
  const index = placeIn(without(target.items, move.ticketId), move);
  if (source === target && index === from) return board;

  const card = source.items[from]!; // Found above.
  const moved = source === target ? card : { ...card, state: target.state };
  return insert(remove(board, card), moved, () => index);
}

/** Takes the server's word for one card, unless a newer one came before it. */
export function settle(board: Board, card: Card): Board {
  const known = findCard(board, card.id);
  if (!known || known.version > card.version) return board;
  return insert(remove(board, known), card, byRank(card));
}

/** A card that the board did not have yet. */
export function add(board: Board, card: Card): Board {
  return findCard(board, card.id) ? board : insert(board, card, byRank(card));
}

/** Goes on where a lane ended. A page that was asked for before the lane changed its end is dropped. */
export function append(
  board: Board,
  state: string,
  cursor: string,
  page: Pick<Lane, "items" | "nextCursor">,
): Board {
  const known = new Set(board.columns.flatMap((lane) => lane.items.map((card) => card.id)));
  const fresh = page.items.filter((card) => !known.has(card.id));
  return changeLane(board, state, (lane) =>
    lane.nextCursor !== cursor
      ? lane
      : {
          ...lane,
          items: [...lane.items, ...fresh].sort((a, b) => (a.rank < b.rank ? -1 : 1)),
          nextCursor: page.nextCursor,
        },
  );
}

/** Takes a whole answer, except what is older than what is shown: answers may overtake each other. */
export function reconcile(shown: Board, answer: Board): Board {
  if (answer.seq < shown.seq) return shown;
  const cards = answer.columns.flatMap((lane) => lane.items);
  const versions = new Map(cards.map((card) => [card.id, card.version]));
  return shown.columns
    .flatMap((lane) => lane.items)
    .filter((card) => card.version > (versions.get(card.id) ?? Number.POSITIVE_INFINITY))
    .reduce(settle, answer);
}

const indexOf = (cards: Card[], id: string) => cards.findIndex((card) => card.id === id);
const without = (cards: Card[], id: string) => cards.filter((card) => card.id !== id);

function placeIn(others: Card[], { afterId, beforeId }: Move): number {
  const neighbour = afterId ?? beforeId;
  const at = neighbour === undefined ? -1 : indexOf(others, neighbour);
  if (at === -1) return others.length;
  return afterId === undefined ? at : at + 1;
}

function byRank({ rank }: Card) {
  return (cards: Card[]) => {
    const next = cards.findIndex((card) => card.rank > rank);
    return next === -1 ? cards.length : next;
  };
}

const remove = (board: Board, card: Card) =>
  changeLane(board, card.state, (lane) => ({
    ...lane,
    total: lane.total - 1,
    items: without(lane.items, card.id),
  }));

const insert = (board: Board, card: Card, place: (cards: Card[]) => number) =>
  changeLane(board, card.state, (lane) => ({
    ...lane,
    total: lane.total + 1,
    items: lane.items.toSpliced(place(lane.items), 0, card),
  }));

function changeLane(board: Board, state: string, change: (lane: Lane) => Lane): Board {
  return {
    ...board,
    columns: board.columns.map((lane) => (lane.state === state ? change(lane) : lane)),
  };
}
