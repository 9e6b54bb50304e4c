"use client";

import { type RefObject, useRef, useState } from "react";

type Errors<Name extends string> = Partial<Record<Name, string | undefined>>;

/**
 * The errors of a form's fields. `show` takes them in the order of the fields, moves the focus to
 * the first wrong one and answers whether there was any.
 */
export function useFieldErrors<Name extends string>(): {
  form: RefObject<HTMLFormElement | null>;
  errors: Errors<Name>;
  show: (errors: Errors<Name>) => boolean;
} {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors<Name>>({});

  const show = (next: Errors<Name>) => {
    setErrors(next);
    const first = Object.entries(next).find(([, error]) => error !== undefined)?.[0];
    if (first === undefined) return false;
    const field = form.current?.elements.namedItem(first);
    if (field instanceof HTMLElement) field.focus();
    return true;
  };

  return { form, errors, show };
}
