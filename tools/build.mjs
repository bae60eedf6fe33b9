// `npm run build`: installs what is stale, then builds every package in the order of the dependencies. turbo wants to
// find pnpm, which need not be there: it comes through npx, in the version that package.json names.
import { build } from "./lib/prepare.mjs";

process.exitCode = build(process.argv.slice(2));
