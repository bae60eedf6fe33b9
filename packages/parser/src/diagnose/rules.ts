/** One element of an alternative. */
export type Item =
  | { readonly op: "token"; readonly kind: number }
  | { readonly op: "soft"; readonly word: string }
  | { readonly op: "softKeyword" }
  | { readonly op: "rule"; readonly rule: Rule }
  | { readonly op: "group"; readonly alternatives: readonly Alternative[] }
  | { readonly op: "optional"; readonly item: Item }
  | { readonly op: "repeat"; readonly item: Item; readonly min: number; readonly separator: number }
  | { readonly op: "look"; readonly item: Item; readonly positive: boolean }
  | { readonly op: "force"; readonly kind: number; readonly text: string }
  | { readonly op: "cut" };

/** A sequence of items and what to do when all of them match. */
export interface Alternative {
  readonly items: Item[];
  /** Name of each item's result: "a", "b" or "". */
  readonly captures: string[];
  /** Words of the action, empty when there is none. */
  action: string[];
  /** The alternative is one `invalid_` rule, which only the second pass tries. */
  invalid: boolean;
}

/** A rule of the grammar. */
export interface Rule {
  /** Its name in `grammar.ts`; "" in the shipped grammar if nothing asks for it. */
  readonly name: string;
  readonly id: number;
  memo: boolean;
  leftRecursive: boolean;
  /** Such a rule does not try `invalid_` rules below it. */
  readonly withoutInvalid: boolean;
  /** One of the `invalid_` rules. */
  readonly invalid: boolean;
  alternatives: Alternative[];
}

/** Bits of a rule's flags in the shipped grammar. */
export const enum RuleFlag {
  MEMO = 1,
  LEFT_RECURSIVE = 2,
  WITHOUT_INVALID = 4,
  INVALID = 8,
}
