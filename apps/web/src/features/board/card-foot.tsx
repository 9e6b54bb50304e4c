import { LabelChip } from "~/ui/label-chip";

import { type Label, useBoardContext } from "./board-context";
import type { Card } from "./board-state";
import { DueDate } from "./due-date";

const SHOWN = 2;

/** Labels and the due date: the row that is there only when there is something in it. */
export function CardFoot({ card, done }: { card: Card; done: boolean }) {
  const { labels, today } = useBoardContext();
  const named = card.labelIds
    .map((id) => labels.get(id))
    .filter((label): label is Label => label !== undefined);
  if (named.length === 0 && !card.dueOn) return null;
  const hidden = named.slice(SHOWN);
  return (
    <div className="flex min-h-5 flex-wrap items-center gap-1">
      {named.slice(0, SHOWN).map((label) => (
        <LabelChip key={label.id} name={label.name} color={label.color} />
      ))}
      {hidden.length > 0 && (
        <span className="text-ink-2 text-meta" title={hidden.map(({ name }) => name).join(", ")}>
          +{hidden.length}
        </span>
      )}
      {card.dueOn && <DueDate dueOn={card.dueOn} overdue={!done && card.dueOn < today} />}
    </div>
  );
}
