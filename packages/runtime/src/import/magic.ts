/** `_imp.pyc_magic_number_token`: the version of cached bytecode files. Changes with the bytecode. */
export const MAGIC_TOKEN = 168627755;
