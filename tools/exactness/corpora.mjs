// The programs that are compared, in groups.
import { libraryPrograms } from "./library.mjs";

/** Functions that make the groups of programs of a corpus, from what `ours.ts` exports. */
export const corpora = {
  library: libraryPrograms,
  grammar: async ({ grammarPrograms }) => grammarPrograms(),
};
