import type { Connections } from "./http-client";
import { faultOf, nextState } from "./lifecycle";
import type { Subject } from "./subject";

/** One kind of work, as a call that a client makes over and over. */
export type Work = {
  name: string;
  /** With so many clients and no others. */
  only?: number;
  call: (subject: Subject, via: Connections, client: number) => Promise<unknown>;
};

const CONTENDED = 8;
const OWN = 20;

/** How many open tickets `worksOn` wants: some that all clients share, and some of each one's own. */
export const ticketsNeeded = (clients: number) => CONTENDED + clients * OWN;

/** The works, on these tickets, which are open. */
export function worksOn(ticketIds: string[], clients: number) {
  const shared = ticketIds.slice(0, CONTENDED);
  const believed = new Map<string, string>();
  const acknowledged = new Map<string, number>();

  /** Moves it on from where this service is believed to have it, and learns where it is. */
  async function move(subject: Subject, via: Connections, ticketId: string) {
    const at = `${subject.name} ${ticketId}`;
    const to = nextState[believed.get(at) ?? "open"]!;
    const decision = await subject.transition(via, ticketId, to);
    if ("state" in decision) {
      acknowledged.set(at, (acknowledged.get(at) ?? 0) + 1);
      believed.set(at, decision.state);
      return true;
    }
    const from = Object.keys(nextState).find((state) => nextState[state] === decision.allowed[0]);
    believed.set(at, from ?? "open");
    return false;
  }

  const turns = new Map<number, number>();
  const turn = (client: number) => {
    const next = (turns.get(client) ?? 0) + 1;
    turns.set(client, next);
    return next;
  };

  const works: Work[] = [
    { name: "list, first page", call: (subject, via) => subject.listFirst(via) },
    { name: "list, deep page", call: (subject, via) => subject.listDeep(via) },
    { name: "board of 5,000", call: (subject, via) => subject.board(via) },
    { name: "create", call: (subject, via) => subject.create(via) },
    {
      name: "transition, distinct",
      async call(subject, via, client) {
        const ticketId = ticketIds[CONTENDED + client * OWN + (turn(client) % OWN)]!;
        const moved = await move(subject, via, ticketId);
        if (!moved) throw new Error(`${subject.name} refused a move that nobody else made`);
      },
    },
    {
      name: `transition, ${CONTENDED} tickets`,
      only: clients,
      call: (subject, via, client) =>
        move(subject, via, shared[(client + turn(client)) % CONTENDED]!),
    },
  ];

  /** What is wrong with the histories of the tickets that all clients moved. */
  async function faults(subject: Subject, via: Connections): Promise<string[]> {
    const found: string[] = [];
    for (const ticketId of shared) {
      const moves = acknowledged.get(`${subject.name} ${ticketId}`) ?? 0;
      const fault = faultOf(await subject.history(via, ticketId), 1 + moves);
      if (fault) found.push(`${subject.name}: history of ${ticketId}: ${fault}`);
    }
    return found;
  }

  return { works, faults };
}
