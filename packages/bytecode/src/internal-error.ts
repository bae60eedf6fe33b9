/** A bug in Adder; never a Python exception. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}
