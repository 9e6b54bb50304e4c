"use client";

import { CalendarDays } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

import { shortDay } from "~/lib/relative-time";
import { useNow, useTimeZone } from "~/lib/use-now";
import { Button } from "~/ui/button";
import { Input } from "~/ui/input";
import { Popover } from "~/ui/popover";

import { FieldButton, FieldRow } from "./field-row";
import { isOverdue } from "./is-overdue";
import { useTicketScreen } from "./ticket-context";

export function DueField() {
  const t = useTranslations("tickets.fields");
  const locale = useLocale();
  const now = useNow();
  const timeZone = useTimeZone();
  const { ticket, project, mayEdit, edit } = useTicketScreen();
  const [open, setOpen] = useState(false);

  const { dueOn } = ticket;
  // A due day is the same day everywhere, so it is never moved by a time zone.
  const day = dueOn ? shortDay(new Date(`${dueOn}T00:00:00Z`), now, locale, "UTC") : t("noDue");
  const category = project.states.find((state) => state.key === ticket.state)?.category;
  const overdue = isOverdue(dueOn, category, now, timeZone);

  const button = (
    <FieldButton label={t("dueOn")} value={overdue ? `${day} ${t("overdue")}` : day}>
      <CalendarDays aria-hidden className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span suppressHydrationWarning className={dueOn ? "tabular-nums" : "text-ink-2"}>
        {day}
      </span>
      {overdue && <span className="text-danger-ink"> {t("overdue")}</span>}
    </FieldButton>
  );

  function save(next: string | null) {
    if (next !== dueOn) void edit({ dueOn: next });
    setOpen(false);
  }

  return (
    <FieldRow label={t("dueOn")}>
      {mayEdit ? (
        <Popover
          label={t("dueOn")}
          trigger={button}
          open={open}
          onOpenChange={setOpen}
          className="w-60"
        >
          <form
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              save(String(new FormData(event.currentTarget).get("due")) || null);
            }}
          >
            <Input
              type="date"
              name="due"
              aria-label={t("dueOn")}
              defaultValue={dueOn ?? ""}
              min="1970-01-01"
              max="9999-12-31"
            />
            <div className="flex justify-end gap-2">
              {dueOn && (
                <Button variant="ghost" onClick={() => save(null)}>
                  {t("clearDue")}
                </Button>
              )}
              <Button type="submit" variant="primary">
                {t("setDue")}
              </Button>
            </div>
          </form>
        </Popover>
      ) : (
        button
      )}
    </FieldRow>
  );
}
