const start = /[\p{XID_Start}_]/u;
const part = /[\p{XID_Continue}_]/u;
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;

/** Why a text is no identifier (PEP 3131); `end` is the UTF-16 index behind the offending character. */
export interface IdentifierError {
  readonly message: string;
  readonly end: number;
}

/** Checks an identifier that contains characters beyond ASCII (`verify_identifier` in lexer.c). */
export function identifierError(text: string): IdentifierError | null {
  let at = 0;
  for (const character of text) {
    if (!(at === 0 ? start : part).test(character)) {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
      const message = unprintable.test(character)
        ? `invalid non-printable character U+${code}`
        : `invalid character '${character}' (U+${code})`;
      return { message, end: at + character.length };
    }
    at += character.length;
  }
  return null;
}
