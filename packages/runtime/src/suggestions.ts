export { editDistance, suggest } from "@adder/objects";
