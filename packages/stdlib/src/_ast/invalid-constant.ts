/** What stands in a tree for a value that no constant can have. */
export class InvalidConstant {
  constructor(
    /** Name of the value's type. */
    readonly typeName: string,
  ) {}
}
