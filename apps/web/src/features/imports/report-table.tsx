import type { ReactNode } from "react";

import { cx } from "~/ui/cx";

/** A plain table of the report; on a narrow screen its words wrap and it never scrolls sideways. */
export function ReportTable({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <table className="w-full border-collapse text-ui">
      <thead className="text-ink-3 text-meta">
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type CellProps = { number?: boolean; children: ReactNode };

export function HeadCell({ number = false, children }: CellProps) {
  return (
    <th
      scope="col"
      className={cx(
        "border-line border-b py-1.5 pe-3 text-start align-bottom font-[450] last:pe-0",
        number && "text-end",
      )}
    >
      {children}
    </th>
  );
}

export function Cell({ number = false, children }: CellProps) {
  return (
    <td
      className={cx(
        "border-line border-b py-2 pe-3 align-top [overflow-wrap:anywhere] last:pe-0",
        number && "text-end tabular-nums",
      )}
    >
      {children}
    </td>
  );
}
