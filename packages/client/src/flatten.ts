import type { AppRouter } from "@slacky/api";
import type {
  TRPCBuiltRouter,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from "@trpc/server";

import type { ErrorShape } from "./error-shape";

type Primitive = string | number | boolean | bigint | null | undefined;

/** The same type without the names that it has on the server. */
type Plain<T> = T extends Primitive
  ? T
  : unknown extends T
    ? unknown
    : T extends readonly unknown[]
      ? { [Index in keyof T]: Plain<T[Index]> }
      : // Not over `keyof T` alone: fields would be printed as the server declares them, by name.
        { [Key in keyof T & string]: Plain<T[Key]> };

type Wire<Def extends { input: unknown; output: unknown }> = {
  input: Def["input"];
  output: Plain<Def["output"]>;
  meta: object;
};

/** The router with only what crosses the wire: no context, no meta, no parsers. */
type Flat<Entries> = {
  [Name in keyof Entries]: Entries[Name] extends { _def: { record: infer Inner } }
    ? Flat<Inner>
    : Entries[Name] extends TRPCQueryProcedure<infer Def>
      ? TRPCQueryProcedure<Wire<Def>>
      : Entries[Name] extends TRPCMutationProcedure<infer Def>
        ? TRPCMutationProcedure<Wire<Def>>
        : Entries[Name] extends TRPCSubscriptionProcedure<infer Def>
          ? TRPCSubscriptionProcedure<Wire<Def>>
          : Entries[Name] extends object
            ? Flat<Entries[Name]>
            : Entries[Name];
};

type Root = { ctx: object; meta: object; errorShape: ErrorShape; transformer: false };

/** Answers nothing: it is called for its type, which the compiler then has to write out in full. */
export const flatten = (): TRPCBuiltRouter<Root, Flat<AppRouter["_def"]["record"]>> =>
  undefined as never;
