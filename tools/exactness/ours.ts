/** The part of this tool that is made of Adder's packages, in one file to be bundled. */
export { grammarPrograms } from "./grammar-corpus.js";
export { digests, sections } from "./sections.js";
