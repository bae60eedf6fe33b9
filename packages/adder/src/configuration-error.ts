/** A configuration that no interpreter can be started with. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(
    /** The function of CPython that finds it. */
    readonly where: string,
    message: string,
    /** How far CPython has come then. */
    readonly state: "preinitializing" | "preinitialized" | "core initialized",
    /** Python's exception that was in the way: the last line of its traceback. */
    readonly exception: string | null = null,
  ) {
    super(message);
  }
}
